package fr.gouv.apprentissage.bal.habilitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.gouv.apprentissage.bal.declaration.ChampDeclare;
import fr.gouv.apprentissage.bal.identifiant.Adresse;
import fr.gouv.apprentissage.bal.identifiant.CodeCommune;
import fr.gouv.apprentissage.bal.identifiant.CodePostal;
import fr.gouv.apprentissage.bal.identifiant.Courriel;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MasqueTest {

    @ParameterizedTest
    @CsvSource(
            value = {"LE GALL,L.", "émile,É.", "d'Aboville,D.", "'t Hooft,T.", "E\u0301mile,É.", "-,."},
            quoteCharacter = '"')
    void ofANameTheFirstLetterAndAFullStop(String nom, String attendu) {
        assertThat(Masque.INITIALE.applique(nom)).isEqualTo(attendu);
    }

    @Test
    void ofEachFirstNameTheFirstLetter() {
        assertThat(Masque.INITIALE.applique(List.of("Jean-Luc", "Zoé"))).isEqualTo(List.of("J.", "Z."));
    }

    @Test
    void ofADateTheFirstOfJanuary() {
        assertThat(Masque.ANNEE.applique(LocalDate.of(2007, 9, 30))).isEqualTo(LocalDate.of(2007, 1, 1));
    }

    @Test
    void ofAnAddressOfEmailItsDomain() {
        assertThat(Masque.DOMAINE.applique(List.of(new Courriel("a.b@exemple.fr"), new Courriel("c@ecole.fr"))))
                .isEqualTo(List.of("*@exemple.fr", "*@ecole.fr"));
    }

    @Test
    void ofAnAddressItsDepartementAlone() {
        var adresse = new Adresse("1 rue X", new CodePostal("35000"), "Rennes", new CodeCommune("35238"), "22");

        assertThat(Masque.DEPARTEMENT.applique(adresse)).isEqualTo(new Adresse(null, null, null, null, "22"));
    }

    @ParameterizedTest
    @CsvSource({
        "35000,35238,35",
        "20000,2A004,2A",
        "97400,97411,974",
        "35000,,35",
        "20167,,2A",
        "20200,,2B",
        "97110,,971",
        ",,"
    })
    void aMissingDepartementIsThatOfTheCommuneElseOfThePostcode(String postal, String commune, String attendu) {
        var adresse = new Adresse(
                "1 rue X",
                postal == null ? null : new CodePostal(postal),
                null,
                commune == null ? null : new CodeCommune(commune),
                null);

        assertThat(Masque.DEPARTEMENT.applique(adresse)).isEqualTo(new Adresse(null, null, null, null, attendu));
    }

    @Test
    void noMaskLeavesTheValue() {
        assertThat(Masque.AUCUN.applique("LE GALL")).isEqualTo("LE GALL");
    }

    @Test
    void aValueThatAMaskDoesNotFitIsNotShown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Masque.ANNEE.applique("2007-09-30"))
                .withMessageNotContaining("2007");
    }

    @Test
    void eachMaskFitsTheFieldsOfItsKindAndNoOther() {
        assertThat(fits(Masque.INITIALE)).containsExactly("Personne.nom", "Personne.prenoms");
        assertThat(fits(Masque.DOMAINE)).containsExactly("Employeur.courriel", "Personne.courriels");
        assertThat(fits(Masque.DEPARTEMENT)).containsExactly("Personne.adresse");
        assertThat(fits(Masque.ANNEE))
                .contains("Personne.dateNaissance", "Contrat.dateDebut")
                .allMatch(nom -> nom.contains("date"));
        assertThat(fits(Masque.AUCUN)).hasSize(Catalogues.REEL.tous().size());
    }

    private static List<String> fits(Masque masque) {
        return Catalogues.REEL.tous().stream()
                .filter(masque::convient)
                .map(ChampDeclare::coordonnee)
                .map(Object::toString)
                .toList();
    }
}
