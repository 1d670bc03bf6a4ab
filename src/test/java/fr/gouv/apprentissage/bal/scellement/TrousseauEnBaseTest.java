package fr.gouv.apprentissage.bal.scellement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.apprentissage.bal.RolesDeTest;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The key ring on the real tables. */
class TrousseauEnBaseTest {

    private static final Autorisation TOUT = Autorisation.deDecision(Set.of(1), "test");

    @TempDir
    Path dossier;

    private static EmbeddedPostgres postgres;
    private static Vertx vertx;
    private static Pool pool;

    @BeforeAll
    static void demarre() throws IOException {
        postgres = EmbeddedPostgres.start();
        vertx = Vertx.vertx();
        pool = Pool.newInstance(PgBuilder.pool()
                .connectingTo(new PgConnectOptions()
                        .setPort(postgres.getPort())
                        .setHost("localhost")
                        .setDatabase("postgres")
                        .setUser("postgres"))
                .using(vertx)
                .build());
    }

    @BeforeEach
    void videLaBase() {
        var flyway = Flyway.configure()
                .dataSource(RolesDeTest.proprietaire(postgres))
                .target("1")
                .cleanDisabled(false)
                .load();
        flyway.clean();
        flyway.migrate();
    }

    @AfterAll
    static void arrete() throws IOException {
        pool.close().await().indefinitely();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        postgres.close();
    }

    private Scellement demarreUnProcessus() {
        var detenteur = new FileKeyHolder(dossier.resolve("cles"), new SecureRandom());
        var trousseau = new Trousseau(detenteur, new TablesDesCles(pool), Clock.systemUTC(), ConfigDeTest.PAR_DEFAUT);
        trousseau.ouvre();
        return new Scelleur(trousseau);
    }

    private long compte(String sql) {
        return pool.query(sql)
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    @Test
    void aFirstStartMakesEveryKeyOnce() {
        demarreUnProcessus();

        assertThat(compte("select count(*) from cle")).isEqualTo(5 + GenreIndex.values().length + 3);
        assertThat(compte("select count(*) from epoque where numero = 1")).isEqualTo(1);
    }

    @Test
    void afterARestartOldValuesOpen() {
        // Given
        var avant = demarreUnProcessus();
        var cle = avant.nouvelle(1);
        var stocke = avant.scelle(cle, FicheDeTest.TEXTE, Sealed.recu("Zoé"));

        // When
        var apres = demarreUnProcessus();

        // Then
        assertThat(apres.ouvre(TOUT, apres.cle(1, cle.epoque(), cle.enveloppe()), FicheDeTest.TEXTE, stocke))
                .isEqualTo("Zoé");
    }

    @Test
    void replicasThatStartTogetherReadEachOther() throws Exception {
        var executeur = Executors.newFixedThreadPool(6);
        try {
            // When
            var processus =
                    executeur.invokeAll(Collections.nCopies(6, (Callable<Scellement>) this::demarreUnProcessus));

            // Then
            var cle = processus.get(0).get().nouvelle(1);
            var stocke = processus.get(0).get().scelle(cle, FicheDeTest.TEXTE, Sealed.recu("Zoé"));
            for (var autre : processus) {
                var relue = autre.get().cle(1, cle.epoque(), cle.enveloppe());
                assertThat(autre.get().ouvre(TOUT, relue, FicheDeTest.TEXTE, stocke))
                        .isEqualTo("Zoé");
            }
        } finally {
            executeur.shutdownNow();
        }
    }

    @Test
    void aSecretOfTheFirstEpochHasItsPlace() {
        pool.query("insert into secret (enregistrement, epoque, enveloppe) values (1, 1, 'x')")
                .execute()
                .await()
                .indefinitely();

        assertThat(compte("select count(*) from secret_1")).isEqualTo(1);
    }

    @Test
    void withAnotherKeyFileTheSameDatabaseOpensNothing() {
        // Given
        var avant = demarreUnProcessus();
        var cle = avant.nouvelle(1);

        // When
        dossier = dossier.resolve("ailleurs");
        var apres = demarreUnProcessus();

        // Then
        assertThatThrownBy(() -> apres.cle(1, cle.epoque(), cle.enveloppe()))
                .isInstanceOf(ClesIndisponibles.class)
                .hasMessageContaining("refusée");
    }

    @Test
    void aNewWrappingTakesThePlaceOfTheOneThatStandsThereAndOfNoOther() {
        // Given
        demarreUnProcessus();
        var tables = new TablesDesCles(pool);
        var cle = tables.lis().stream()
                .filter(une -> une.genre().equals("IDENTITE"))
                .findFirst()
                .orElseThrow();

        // Then
        assertThat(tables.renveloppe("IDENTITE", 1, new byte[] {1}, new byte[] {2}))
                .isFalse();
        assertThat(tables.renveloppe("IDENTITE", 1, cle.enveloppe(), new byte[] {2}))
                .isTrue();
        assertThat(tables.lis()).anyMatch(une -> Arrays.equals(une.enveloppe(), new byte[] {2}));
    }

    @Test
    void aRetiredKeyAndADestroyedEpochAreNotRead() {
        // Given
        var avant = demarreUnProcessus();
        var cle = avant.nouvelle(1);
        pool.query("update epoque set detruite_le = now(); update cle set retiree_le = now()")
                .execute()
                .await()
                .indefinitely();

        // When
        var apres = demarreUnProcessus();

        // Then
        assertThatThrownBy(() -> apres.cle(1, cle.epoque(), cle.enveloppe())).isInstanceOf(ClesIndisponibles.class);
    }
}
