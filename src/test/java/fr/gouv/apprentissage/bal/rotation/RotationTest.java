package fr.gouv.apprentissage.bal.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.declaration.Classe;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import fr.gouv.apprentissage.bal.ingestion.EtatExecution;
import fr.gouv.apprentissage.bal.journal.jalon.ClePublique;
import fr.gouv.apprentissage.bal.scellement.VersionsDeCles;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** A class key turns, over records that stand in every kind of place. */
class RotationTest extends BancPeuple {

    @Test
    void everythingOpensAsItWasAndNothingStandsUnderTheOldVersion() {
        tourne();

        assertThat(valeurs.differences()).isEmpty();
        assertThat(banc.sous("IDENTITE", 1)).isZero();
        assertThat(banc.sous("IDENTITE", 2)).isEqualTo(VALEURS);
        assertThat(banc.derniere().etat()).isEqualTo(EtatExecution.TERMINEE);
        assertThat(banc.derniere().faits()).isEqualTo(VALEURS);
    }

    @Test
    void otherClassesAndOtherColumnsStayByteByByte() {
        var avant = banc.texte(
                "select md5(string_agg(enregistrement || courriels::text || etat_du || source, ',' order by enregistrement))"
                        + " from identite");

        tourne();

        assertThat(banc.texte(
                        "select md5(string_agg(enregistrement || courriels::text || etat_du || source, ',' order by enregistrement))"
                                + " from identite"))
                .isEqualTo(avant);
        assertThat(banc.sous("CONTACT", 1)).isEqualTo(FICHES);
    }

    @Test
    void beforeItsTimeTheNewVersionServesNobodyAndTheJobSaysSo() {
        banc.tourne("IDENTITE");
        banc.vaAuBout();

        assertThat(banc.sous("IDENTITE", 1)).isEqualTo(VALEURS);
        assertThat(banc.derniere().etat()).isEqualTo(EtatExecution.EN_ATTENTE);
        assertThat(banc.derniere().motif()).contains("la nouvelle version n'est pas encore active");
    }

    @Test
    void askedAgainWhileItRunsTheAnswerIsTheSameJobAndVersion() {
        banc.tourne("IDENTITE");
        var appels = banc.scellement().appels();

        banc.tourne("IDENTITE");

        assertThat(banc.rotations().dernieres(10)).hasSize(1);
        assertThat(banc.texte("select max(version) from cle where genre = 'IDENTITE'"))
                .isEqualTo("2");
        assertThat(banc.scellement().appels()).isEqualTo(appels);
    }

    @Test
    void processesThatAskTogetherGetOneVersion() throws Exception {
        var executeur = Executors.newFixedThreadPool(4);
        try {
            var taches = executeur.invokeAll(Collections.nCopies(8, (Callable<Integer>)
                    () -> banc.rotations().demande(Classe.IDENTITE).version()));

            for (var tache : taches) {
                assertThat(tache.get()).isEqualTo(2);
            }
            assertThat(banc.texte("select count(*) from cle where genre = 'IDENTITE'"))
                    .isEqualTo("2");
        } finally {
            executeur.shutdownNow();
        }
    }

    @Test
    void theProofIsSignedAndCountsZeroOnTheOldVersion() throws Exception {
        tourne();

        var preuve = banc.derniere().preuve().orElseThrow();
        var verification = Signature.getInstance("Ed25519");
        verification.initVerify(ClePublique.lis(dossier.resolve("journal.pub")).cle());
        verification.update(preuve.texte().getBytes(StandardCharsets.UTF_8));
        assertThat(verification.verify(preuve.signature())).isTrue();
        assertThat(preuve.texte())
                .contains("classe IDENTITE\nversion 2\n")
                .contains("lieu identite classe IDENTITE version 2 valeurs " + FICHES * 3 + "\n")
                .contains("lieu changement classe IDENTITE version 2 valeurs " + FICHES * 2 + "\n")
                .contains("lieu ingestion_ligne classe IDENTITE version 2 valeurs " + FICHES / 10 + "\n")
                .endsWith("ancienne version 1 valeurs 0\nrestants 0\n");
        assertThat(preuve.montree()).contains("cle " + preuve.cle());
    }

    @Test
    void theJournalKnowsOfItOnceUnderTheNameOfTheProcessing() {
        var avant = entrees();

        tourne();

        assertThat(entrees()).isEqualTo(avant + 1);
    }

    private static int entrees() {
        return Integer.parseInt(BaseDIngestion.texte("select count(*) from journal.entree where client = 'bal'"
                + " and finalite = 'ROTATION_DE_CLE' and cardinality(sujets) = 0"));
    }

    @Test
    void keysAwayItWaitsAndSaysSoAndGoesOnOnceTheyAreBack() {
        // Given a job in the middle of its work
        banc.tourne("IDENTITE");
        horloge.avance(VersionsDeCles.PREAVIS);
        banc.rotateur().pas();
        banc.rotateur().pas();
        assertThat(banc.faites()).isBetween(1L, VALEURS - 1);

        // When the holder is away for longer than what is in memory may serve
        banc.scellement().coupe(true);
        horloge.avance(Duration.ofMinutes(40));
        banc.scellement().entretiens();
        horloge.avance(Duration.ofMinutes(11));
        banc.vaAuBout();

        // Then
        assertThat(banc.derniere().etat()).isEqualTo(EtatExecution.EN_ATTENTE);
        assertThat(banc.derniere().motif()).contains("les clés de scellement sont indisponibles");
        banc.scellement().coupe(false);
        horloge.avance(Duration.ofMinutes(1));
        banc.scellement().entretiens();
        banc.vaAuBout();
        assertThat(banc.derniere().etat()).isEqualTo(EtatExecution.TERMINEE);
        assertThat(valeurs.differences()).isEmpty();
    }

    @Test
    void processesThatWorkTogetherSealEachValueOnce() throws Exception {
        // Given
        banc.tourne("IDENTITE");
        horloge.avance(VersionsDeCles.PREAVIS);
        var autres = List.of(banc(), banc(), banc());
        var executeur = Executors.newFixedThreadPool(3);
        try {
            // When
            var taches = executeur.invokeAll(autres.stream()
                    .map(autre -> (Callable<Long>) () -> {
                        while (!autre.etat().equals("TERMINEE")) {
                            autre.vaAuBout();
                        }
                        return autre.faites();
                    })
                    .toList());

            // Then
            var faites = 0L;
            for (var tache : taches) {
                faites += tache.get();
            }
            assertThat(faites).isEqualTo(VALEURS);
            assertThat(valeurs.differences()).isEmpty();
        } finally {
            executeur.shutdownNow();
            autres.forEach(BancDeRotation::close);
        }
    }

    @Test
    void theWholeClusterKeepsToOneRate() {
        // Given two processes that may do 50 rows in half a second, together
        banc.tourne("IDENTITE");
        horloge.avance(VersionsDeCles.PREAVIS);
        try (var un = banc(100);
                var autre = banc(100)) {
            un.rotateur().pas();
            un.rotateur().pas();
            var faites = banc.derniere().faits();

            // When
            var attente = autre.rotateur().pas();

            // Then
            assertThat(faites).isEqualTo(100);
            assertThat(attente).hasValueSatisfying(pause -> assertThat(pause).isPositive());
            assertThat(banc.derniere().faits()).isEqualTo(faites);
        }
    }

    @Test
    void theScheduleTurnsWhatIsOldEnoughAndNothingElse() {
        banc.rotations().tourneLesAnciennes(Duration.ofDays(1));
        assertThat(banc.rotations().dernieres(10)).isEmpty();

        horloge.avance(Duration.ofDays(2));
        banc.rotations().tourneLesAnciennes(Duration.ofDays(1));
        banc.rotations().tourneLesAnciennes(Duration.ofDays(1));

        assertThat(banc.rotations().dernieres(10))
                .extracting(Rotation::classe)
                .containsExactlyInAnyOrder(Classe.values());
    }

    @Test
    void rowsThatAnotherTransactionHoldsAreLeftOutAndFoundByALaterPass() throws Exception {
        // Given a merge that holds rows
        banc.tourne("IDENTITE");
        horloge.avance(VersionsDeCles.PREAVIS);
        var tenues = pool.getConnectionAndAwait();
        var fusion = tenues.beginAndAwait();
        tenues.query("select enregistrement from identite where enregistrement <= 20 for update")
                .executeAndAwait();

        // When a whole pass goes by
        while (banc.derniere().passe() < 2) {
            assertThat(banc.rotateur().pas()).isPresent();
        }

        // Then it is not over
        assertThat(banc.sous("IDENTITE", 1)).isEqualTo(20 * 3);
        fusion.commitAndAwait();
        tenues.closeAndAwait();
        banc.vaAuBout();
        assertThat(banc.derniere().etat()).isEqualTo(EtatExecution.TERMINEE);
        assertThat(banc.sous("IDENTITE", 1)).isZero();
    }

    @Test
    void theHolderIsAskedAsOftenForManyRowsAsForFew() {
        var peu = appelsPourTourner();
        banc.close();
        pool = BancDeRotation.vide();
        banc = banc();
        new ValeursScellees(pool, banc.scellement()).ecris(FICHES * 10);

        var beaucoup = appelsPourTourner();

        System.out.printf("appels au détenteur : %d pour %d lignes, %d pour %d%n", peu, FICHES, beaucoup, FICHES * 10);
        assertThat(beaucoup).isEqualTo(peu);
    }

    private int appelsPourTourner() {
        var avant = banc.scellement().appels();
        tourne();
        return banc.scellement().appels() - avant;
    }
}
