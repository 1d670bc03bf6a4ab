package fr.gouv.apprentissage.bal.scellement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PseudonymesTest {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final byte[] LIEN = "finalite|filtre|ordre".getBytes(StandardCharsets.UTF_8);
    private static final byte[] POSITION = {1, 2, 3};

    private final HorlogeReglable horloge = new HorlogeReglable(Instant.parse("2026-03-01T23:00:00Z"));
    private final ScellementDeTest test = ScellementDeTest.ouvert(horloge);
    private final Pseudonymes pseudonymes = test.pseudonymes();

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 42, Long.MAX_VALUE, Long.MIN_VALUE})
    void anIdLeadsBackToItsRow(long interne) {
        assertThat(pseudonymes.interne("lba", "Contrat", pseudonymes.id("lba", "Contrat", interne)))
                .hasValue(interne);
    }

    @Test
    void theSameRowHasOneId() {
        assertThat(pseudonymes.id("lba", "Contrat", 42)).isEqualTo(pseudonymes.id("lba", "Contrat", 42));
    }

    @Test
    void idsOfTwoClientsHaveNothingInCommon() {
        var deLba = new HashSet<String>();
        var deTdb = new HashSet<String>();
        for (long interne = 1; interne <= 1000; interne++) {
            deLba.add(pseudonymes.id("lba", "Contrat", interne));
            deTdb.add(pseudonymes.id("tdb", "Contrat", interne));
        }

        assertThat(deLba).hasSize(1000).doesNotContainAnyElementsOf(deTdb);
    }

    @Test
    void anIdOfAnotherClientOrTypeLeadsNowhere() {
        var id = pseudonymes.id("lba", "Contrat", 42);

        assertThat(pseudonymes.interne("tdb", "Contrat", id)).isEmpty();
        assertThat(pseudonymes.interne("lba", "Personne", id)).isEmpty();
    }

    @Test
    void anyOtherTextOfTheSameLengthLeadsNowhere() {
        var id = pseudonymes.id("lba", "Contrat", 42);
        for (int i = 0; i < id.length(); i++) {
            for (int c = 0; c < ALPHABET.length(); c++) {
                var autre = id.substring(0, i) + ALPHABET.charAt(c) + id.substring(i + 1);
                if (!autre.equals(id)) {
                    assertThat(pseudonymes.interne("lba", "Contrat", autre)).isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "42",
                "é",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAA=",
                "!!!!!!!!!!!!!!!!!!!!!!!"
            })
    void whatIsNoIdLeadsNowhere(String texte) {
        assertThat(pseudonymes.interne("lba", "Contrat", texte)).isEmpty();
    }

    @Test
    void anIdMadeBeforeTheKeyTurnedStillLeadsToItsRow() {
        var ancien = pseudonymes.id("lba", "Contrat", 42);
        ScellementDeTest.inscris(test.registre, "PSEUDONYME", 2);
        test.trousseau.ouvre();

        assertThat(pseudonymes.id("lba", "Contrat", 42)).isNotEqualTo(ancien);
        assertThat(pseudonymes.interne("lba", "Contrat", ancien)).hasValue(42);
    }

    @Test
    void aCursorGivesItsPositionBackOverMidnight() {
        var curseur = pseudonymes.curseur("lba", LIEN, POSITION);
        horloge.avance(Duration.ofHours(23).plusMinutes(59));

        assertThat(pseudonymes.position("lba", LIEN, curseur)).contains(POSITION);
    }

    @Test
    void aCursorEndsAfterADay() {
        var curseur = pseudonymes.curseur("lba", LIEN, POSITION);
        horloge.avance(Duration.ofHours(24));

        assertThat(pseudonymes.position("lba", LIEN, curseur)).isEmpty();
    }

    @Test
    void aCursorOfAnotherClientOrBindingLeadsNowhere() {
        var curseur = pseudonymes.curseur("lba", LIEN, POSITION);

        assertThat(pseudonymes.position("tdb", LIEN, curseur)).isEmpty();
        assertThat(pseudonymes.position("lba", "autre".getBytes(StandardCharsets.UTF_8), curseur))
                .isEmpty();
    }

    @Test
    void aForgedCursorLeadsNowhere() {
        var curseur = pseudonymes.curseur("lba", LIEN, POSITION);
        // The last of its characters may hold spare bits: every other one is authenticated.
        for (int i = 0; i < curseur.length() - 1; i++) {
            for (var c : List.of('A', 'z', '-')) {
                var autre = curseur.substring(0, i) + c + curseur.substring(i + 1);
                if (!autre.equals(curseur)) {
                    assertThat(pseudonymes.position("lba", LIEN, autre)).isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "é", "AQ", "AQAAAZd0INwAAAECAwQFBgcICQoLQicHtpHcj_SrzQ"})
    void whatIsNoCursorLeadsNowhere(String texte) {
        assertThat(pseudonymes.position("lba", LIEN, texte)).isEmpty();
    }

    @Test
    void twoCursorsOfOnePositionDiffer() {
        assertThat(pseudonymes.curseur("lba", LIEN, POSITION)).isNotEqualTo(pseudonymes.curseur("lba", LIEN, POSITION));
    }

    @Test
    void moreClientsThanAreKeptInMemoryAllWork() {
        for (int client = 0; client < 600; client++) {
            var id = pseudonymes.id("client-" + client, "Contrat", client);
            assertThat(pseudonymes.interne("client-" + client, "Contrat", id)).hasValue(client);
        }
    }
}
