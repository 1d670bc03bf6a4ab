package fr.gouv.apprentissage.bal.referentiel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpcosTest {

    @Test
    void there_are_eleven_and_two_technical_values_that_are_none_of_them() {
        assertThat(Opcos.tous()).hasSize(11).noneMatch(Opco::technique);
        assertThat(Opcos.inconnu().technique()).isTrue();
        assertThat(Opcos.multiple().technique()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AFDAS | AFDAS",
                "AKTO | Opco entreprises et salariés des services à forte intensité de main d'œuvre",
                "OPCO_2I | OPCO2I",
                "OPCO_EP | OPCO EP",
                "OPCO_EP | Opco entreprises de proximité",
                "OPCO_MOBILITES | OPCO MOBILITES",
                "OPCO_SANTE | opco santé",
                "OPCOMMERCE | L’OPCOMMERCE",
                "UNIFORMATION | UNIFORMATION COHESION SOCIALE",
                "UNIFORMATION | Uniformation, l'Opco de la Cohésion sociale",
                "OPCO_MULTIPLE | OPCO multiple"
            })
    void each_is_found_however_a_source_writes_it(String code, String ecriture) {
        assertThat(Opcos.deTexte(ecriture)).map(Opco::code).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "OPCA", "Fongecif", "06"})
    void what_is_none_of_them_is_not_found(String texte) {
        assertThat(Opcos.deTexte(texte)).isEmpty();
    }

    @Test
    void a_code_is_found_as_it_is_written_only() {
        assertThat(Opcos.deCode("OPCO_EP")).map(Opco::nom).contains("Opco entreprises de proximité");
        assertThat(Opcos.deCode("opco ep")).isEmpty();
    }
}
