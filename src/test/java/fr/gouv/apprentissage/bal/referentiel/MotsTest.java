package fr.gouv.apprentissage.bal.referentiel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MotsTest {

    @Test
    void wordsAreFoldedAndNothingElseStays() {
        assertThat(Mots.de("  Lycée d'Élevage — St-Jean (35) % _ "))
                .containsExactly("lycee", "d", "elevage", "st", "jean", "35");
    }

    @Test
    void accentsWrittenApartDoNotSplitAWord() {
        assertThat(Mots.de("E\u0301levage")).containsExactly("elevage");
    }

    @Test
    void aTextWithoutLetterNorDigitHasNoWord() {
        assertThat(Mots.de(" - % ")).isEmpty();
    }

    @Test
    void whatIsNotKnownCountsForNothing() {
        assertThat(Mots.ensemble("Lycée", null, "Rennes")).isEqualTo("lycee rennes");
    }
}
