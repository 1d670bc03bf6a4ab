package fr.gouv.apprentissage.bal.referentiel.chargement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.apprentissage.bal.referentiel.NatureOrganisme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small crafted files: what is kept, corrected and refused, and why. */
class LectureOrganismesTest {

    private static final String ENTETE = "uai;siret;raison_sociale;enseigne;nature;departement;commune;adresse\n";
    private static final String BON = "0951099D;13002526500013;CFA D'ESSAI;;formateur;35;Rennes;1 RUE X 35000 RENNES\n";

    @Test
    void aGoodRowIsKeptAsItStands() {
        var lecture = lis(ENTETE + BON);

        assertThat(lecture.organismes())
                .containsExactly(new OrganismeLu(
                        "13002526500013",
                        "0951099D",
                        "CFA D'ESSAI",
                        null,
                        NatureOrganisme.FORMATEUR,
                        null,
                        new AdresseLue("1 RUE X", "35000", "Rennes", null, "35"),
                        "14",
                        "53",
                        false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ";;SANS CODE;;;35;; | ni SIRET ni UAI",
                "0951099D;13002526500014;X;;;35;; | SIRET : la clé de contrôle ne correspond pas",
                "0951099D;130025;X;;;35;; | SIRET : 14 chiffres attendus",
                "0123456A;;X;;;35;; | UAI : la lettre de contrôle ne correspond pas",
                "0951099D;13002526500013;X | le nombre de colonnes n'est pas celui de l'en-tête",
                "0060033D;13002526500013;BIS;;;35;; | organisme déjà lu dans ce fichier"
            })
    void aBadRowIsRefusedWithItsLineAndReason(String ligne, String raison) {
        var rapport = lis(ENTETE + BON + ligne + "\n").rapports().get(0);

        assertThat(rapport.refus()).containsExactly(new Remarque(3, raison));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0951099d;13002526500013;X;;;35;; | écriture corrigée d'un identifiant",
                "0951099D;130 025 265 00013;X;;;35;; | écriture corrigée d'un identifiant",
                "0123456A;13002526500013;X;;;35;; | valeur écartée : UAI : la lettre de contrôle ne correspond pas",
                "0951099D;13002526500013;X;;autre;35;; | valeur écartée : nature inconnue de la nomenclature",
                "0951099D;13002526500013;X;;;20;; | valeur écartée : département inconnu"
            })
    void aRowWithADoubtfulValueIsKeptAndCorrected(String ligne, String raison) {
        var rapport = lis(ENTETE + ligne + "\n").rapports().get(0);

        assertThat(rapport.corrections()).containsExactly(new Remarque(2, raison));
        assertThat(rapport.gardes()).isOne();
    }

    @Test
    void refusedRowsStopNothing() {
        var rapport = lis(ENTETE + ";;A;;;;;\n" + BON + ";;B;;;;;\n").rapports().get(0);

        assertThat(List.of(rapport.lus(), rapport.gardes(), rapport.refuses())).containsExactly(3, 1, 2);
    }

    @Test
    void theLineOfARowIsThatOfItsStart() {
        var rapport = lis(ENTETE + "0951099D;13002526500013;X;;;35;;\"1 RUE X\nBP 3\n35000 RENNES\"\n;;;;;;;\n")
                .rapports()
                .get(0);

        assertThat(rapport.refus()).extracting(Remarque::ligne).containsExactly(5L);
    }

    @Test
    void anOrganismeMayBeKnownByItsUaiAlone() {
        assertThat(lis(ENTETE + "0951099D;;X;;;35;;\n").organismes())
                .extracting(OrganismeLu::cle)
                .containsExactly("0951099D");
    }

    @Test
    void uaisOnSeveralSiretsAreCounted() {
        var lecture = lis(ENTETE + BON + "0951099D;19672198900040;Y;;;35;;\n0060033D;77931002800013;Z;;;35;;\n");

        assertThat(lecture.rapports().get(0).uaisPartages()).isOne();
        assertThat(lecture.rapports().get(0).lignesPartagees()).isEqualTo(2);
    }

    @Test
    void theReferentielWinsFieldByFieldWhereItHasAValue() {
        var json =
                """
                [{"siret":"13002526500013","uai":"0060033D","nature":"inconnue","qualiopi":true,
                  "adresse":{"label":"2 RUE Y 56000 VANNES","code_postal":"56000","code_insee":"56260","localite":"Vannes",
                    "departement":{"code":"56"},"academie":{"code":"14"},"region":{"code":"53"}}}]""";

        // The référentiel first: the order of the files must not count.
        var lecture = Lecture.de(new Sources(
                List.of(Source.texte("r.json", json), Source.texte("o.csv", ENTETE + BON)), List.of(), List.of()));

        assertThat(lecture.organismes())
                .containsExactly(new OrganismeLu(
                        "13002526500013",
                        "0060033D",
                        "CFA D'ESSAI",
                        null,
                        NatureOrganisme.FORMATEUR,
                        true,
                        new AdresseLue("2 RUE Y", "56000", "Vannes", "56260", "56"),
                        "14",
                        "53",
                        true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"siret\":\"13002526500014\"} | SIRET : la clé de contrôle ne correspond pas",
                "{} | ni SIRET ni UAI",
                "42 | un objet JSON est attendu",
                "null | un objet JSON est attendu",
                "[] | un objet JSON est attendu"
            })
    void aBadObjectIsRefusedWithItsLineAndReason(String objet, String raison) {
        var rapport = lis("[\n{\"siret\":\"13002526500013\"},\n" + objet + "\n]")
                .rapports()
                .get(0);

        assertThat(rapport.refus()).containsExactly(new Remarque(3, raison));
    }

    @Test
    void codesOfTerritoriesThatDoNotExistAreDropped() {
        var json =
                "[{\"siret\":\"13002526500013\",\"adresse\":{\"departement\":{\"code\":\"35\"},\"region\":{\"code\":\"99\"},\"code_insee\":\"x\"}}]";

        assertThat(lis(json).rapports().get(0).corrections())
                .extracting(Remarque::raison)
                .containsExactly(
                        "valeur écartée : Code commune : 5 chiffres attendus (2A ou 2B en Corse)",
                        "valeur écartée : code de région inconnu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a;b\n1;2\n", "{\"organismes\":[]}", "[{\"siret\":", "[{}", "siret;uai;siret\n"})
    void aFileThatIsNoneOfTheTwoIsRefusedWhole(String contenu) {
        assertThatThrownBy(() -> lis(contenu))
                .isInstanceOf(SourceIllisible.class)
                .hasMessageStartingWith("essai : ");
    }

    @Test
    void aFileOfGarbageKeepsABoundedReport() {
        var rapport = lis(ENTETE + ";;;;;;;\n".repeat(5000)).rapports().get(0);

        assertThat(rapport.refuses()).isEqualTo(5000);
        assertThat(rapport.refus()).hasSize(1000);
    }

    private static Lecture lis(String contenu) {
        return Lecture.de(new Sources(List.of(Source.texte("essai", contenu)), List.of(), List.of()));
    }
}
