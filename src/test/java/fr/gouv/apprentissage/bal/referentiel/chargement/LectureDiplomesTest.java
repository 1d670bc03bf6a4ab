package fr.gouv.apprentissage.bal.referentiel.chargement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LectureDiplomesTest {

    private static final String ENTETE =
            "FORMATION_DIPLOME;NIVEAU_FORMATION_DIPLOME;LIBELLE_LONG_200;DATE_OUVERTURE;DATE_FERMETURE;NIVEAU_QUALIFICATION_RNCP;RNCP\n";
    private static final String NIVEAUX = "NIVEAU_FORMATION_DIPLOME;NIVEAU_QUALIFICATION_RNCP\n463;04\n010;00\n";

    @Test
    void aDiplomaIsReadWithTheLevelOfItsCode() {
        var lecture = lis("46321218;463;APICULTURE (CSA);01/09/2017;31/08/2030;03;RNCP12345\n");

        assertThat(lecture.certifications())
                .containsExactly(new CertificationLue(
                        "46321218",
                        "RNCP12345",
                        "APICULTURE (CSA)",
                        4,
                        LocalDate.of(2017, 9, 1),
                        LocalDate.of(2030, 8, 31)));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"500, 03, 3", "463, 03, 4", "500, 99, -", "500, XX, -", "500, '', -", "010, 00, -"})
    void theLevelIsThatOfTheCodeElseItsOwn(String code, String propre, Integer niveau) {
        var lecture = lis("46321218;" + code + ";X;;;" + propre + ";\n");

        assertThat(lecture.certifications())
                .extracting(CertificationLue::niveau)
                .containsExactly(niveau);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ";463;X;;;; | ni CFD ni RNCP",
                "4632121;463;X;;;; | CFD : 8 chiffres ou lettres attendus",
                ";463;X;;;;RNCP1 | RNCP : RNCP et 2 à 5 chiffres attendus",
                "46321218;463 | le nombre de colonnes n'est pas celui de l'en-tête",
                "40022105;463;BIS;;;; | diplôme déjà lu dans ce fichier"
            })
    void aBadRowIsRefusedWithItsLineAndReason(String ligne, String raison) {
        var rapport = lis("40022105;463;X;;;;\n" + ligne + "\n").rapports().get(0);

        assertThat(rapport.refus()).containsExactly(new Remarque(3, raison));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "46321218;463;X;31/02/2020;;; | valeur écartée : date illisible (jj/mm/aaaa attendu)",
                "46321218;463;X;;2020-02-01;; | valeur écartée : date illisible (jj/mm/aaaa attendu)",
                "46321218;463;X;;;;RNCP1 | valeur écartée : RNCP : RNCP et 2 à 5 chiffres attendus",
                "4632121x;463;X;;;; | écriture corrigée d'un identifiant"
            })
    void aRowWithADoubtfulValueIsKeptAndCorrected(String ligne, String raison) {
        var rapport = lis(ligne + "\n").rapports().get(0);

        assertThat(rapport.corrections()).containsExactly(new Remarque(2, raison));
        assertThat(rapport.gardes()).isOne();
    }

    @Test
    void aLevelWithoutACodeIsRefused() {
        var lecture = Lecture.de(new Sources(
                List.of(), List.of(Source.texte("d", ENTETE)), List.of(Source.texte("n", NIVEAUX + ";03\n"))));

        assertThat(lecture.rapports().get(1).refus()).containsExactly(new Remarque(4, "code de niveau absent"));
    }

    @Test
    void aFileWithoutTheColumnOfTheCodeIsRefusedWhole() {
        assertThatThrownBy(
                        () -> Lecture.de(new Sources(List.of(), List.of(Source.texte("d", "A;B\n1;2\n")), List.of())))
                .hasMessage("d : la colonne formation_diplome manque");
    }

    private static Lecture lis(String lignes) {
        return Lecture.de(new Sources(
                List.of(), List.of(Source.texte("d", ENTETE + lignes)), List.of(Source.texte("n", NIVEAUX))));
    }
}
