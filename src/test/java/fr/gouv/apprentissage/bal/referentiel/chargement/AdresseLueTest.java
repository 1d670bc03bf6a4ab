package fr.gouv.apprentissage.bal.referentiel.chargement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdresseLueTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "'22 RUE LIXENBUHL 67400 ILLKIRCH', 22 RUE LIXENBUHL, 67400",
                "'ACAJOU 97232 LE LAMENTIN', ACAJOU, 97232",
                "'UNIVERSITE\nRUE LE COAT\nBP 92116\n56321 LORIENT CEDEX\nFRANCE', 'UNIVERSITE, RUE LE COAT, BP 92116', 56321",
                "'35000 RENNES', -, 35000",
                "'LIEU DIT SANS CODE', LIEU DIT SANS CODE, ''",
                "'', -, ''"
            })
    void anAddressGivesItsStreetAndPostcode(String libelle, String voie, String codePostal) {
        assertThat(AdresseLue.voie(libelle)).isEqualTo(voie);
        assertThat(AdresseLue.codePostal(libelle)).isEqualTo(codePostal);
    }
}
