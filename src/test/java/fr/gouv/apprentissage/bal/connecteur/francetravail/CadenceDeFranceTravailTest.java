package fr.gouv.apprentissage.bal.connecteur.francetravail;

import static fr.gouv.apprentissage.bal.connecteur.francetravail.FranceTravailDeTest.HORLOGE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.embarque.simulateur.OptionsFranceTravail;
import fr.gouv.apprentissage.bal.embarque.simulateur.SimulateurFranceTravail;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import fr.gouv.apprentissage.bal.ingestion.sortie.DebitPartage;
import fr.gouv.apprentissage.bal.ingestion.sortie.Politique;
import fr.gouv.apprentissage.bal.ingestion.sortie.Sortie;
import io.vertx.mutiny.sqlclient.Pool;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rate of the source, kept by two replicas together. */
class CadenceDeFranceTravailTest {

    private static final double DEBIT_PAR_DEFAUT = 8;

    @Test
    void two_replicas_that_read_at_once_never_ask_more_than_the_source_takes() {
        // Given
        var pool = BaseDIngestion.vide();
        // Mutiny finds its contexts at its first use, which two threads may not make at once.
        pool.query("select 1").executeAndAwait();
        var offres = Stream.of("35", "22")
                .flatMap(departement -> Offres.nombre(departement, 2_700).stream())
                .toList();
        try (var simulateur = SimulateurFranceTravail.demarre(
                maintenant -> offres, OptionsFranceTravail.commeFranceTravail(HORLOGE))) {
            var lues = new AtomicInteger();

            // When
            var lectures = Stream.of("35", "22")
                    .map(departement -> CompletableFuture.runAsync(() -> new LectureDeDepartement(
                                    client(simulateur, pool),
                                    Limites.DOCUMENTEES,
                                    Offres.MAINTENANT,
                                    offre -> lues.incrementAndGet())
                            .lis(departement)))
                    .toList();
            lectures.forEach(CompletableFuture::join);

            // Then no request was refused: a reading here fails at its first 429
            assertThat(lues).hasValue(5_400);
            assertThat(simulateur.plusForteCadence())
                    .isBetween(2, simulateur.options().debit());
        }
    }

    private static ClientFranceTravail client(SimulateurFranceTravail simulateur, Pool pool) {
        var url = URI.create(simulateur.url());
        var politique = Politique.pour(List.of(url), true, Duration.ofSeconds(20), 64L << 20);
        var sortie = new Sortie(() -> politique, new DebitPartage(pool, "francetravail", DEBIT_PAR_DEFAUT), HORLOGE);
        var acces = new ClientFranceTravail.Acces(
                url,
                URI.create(simulateur.connexion()),
                simulateur.options().compte().utilisateur(),
                simulateur.options().compte().secret());
        return new ClientFranceTravail(() -> acces, sortie, Limites.DOCUMENTEES, HORLOGE);
    }
}
