package fr.gouv.apprentissage.bal.habilitation.registre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.apprentissage.bal.habilitation.BaseDeTest;
import fr.gouv.apprentissage.bal.habilitation.Catalogues;
import fr.gouv.apprentissage.bal.habilitation.fichier.FichierRefuse;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemarrageTest {

    private static final Duration ATTENTE = Duration.ofSeconds(20);
    private static final String DEMO = "classpath:habilitations-demo.yaml";

    private static EmbeddedPostgres serveur;

    @TempDir
    private Path dossier;

    private BaseDeTest base;
    private Pool pool;

    @BeforeAll
    static void demarre() {
        serveur = BaseDeTest.serveur();
    }

    @AfterAll
    static void arrete() throws IOException {
        serveur.close();
    }

    @BeforeEach
    void ouvre() {
        base = BaseDeTest.neuve(serveur);
        pool = base.pool();
    }

    @AfterEach
    void ferme() {
        pool.close().await().atMost(ATTENTE);
        base.close();
    }

    @Test
    void theDemoFileIsServedOnceStarted() {
        var demarrage = demarre(Optional.of(DEMO));

        assertThat(demarrage.registre().courant().clients()).containsKeys("lba", "tdb", "sans-droit");
        demarrage.arrete(new ShutdownEvent());
    }

    @Test
    void aFileThatIsRefusedStopsTheStartAndLeavesTheTables() throws IOException {
        var fichier =
                Files.writeString(dossier.resolve("habilitations.yaml"), "clients:\n  - { id: c }\n  - { nom: N }\n");

        assertThatThrownBy(() -> demarre(Optional.of(fichier.toString())))
                .isInstanceOf(FichierRefuse.class)
                .hasMessageContaining("ligne 2 : « nom » manque")
                .hasMessageContaining("ligne 3 : « id » manque");
        assertThat(base.nombre("select count(*) from client_habilite")).isZero();
    }

    @Test
    void aFileThatIsNotThereStopsTheStart() {
        assertThatThrownBy(
                        () -> demarre(Optional.of(dossier.resolve("absent.yaml").toString())))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("bal.habilitations.fichier");
    }

    @Test
    void withoutFileTheTablesHold() {
        demarre(Optional.of(DEMO)).arrete(new ShutdownEvent());

        var demarrage = demarre(Optional.empty());

        assertThat(demarrage.registre().courant().clients()).containsKey("lba");
        demarrage.arrete(new ShutdownEvent());
    }

    @Test
    void aChangeWhoseNotificationWasLostIsFoundByTheRegularComparison() {
        var demarrage = demarre(Optional.of(DEMO));
        base.execute("insert into habilitation_revoquee (id, motif, par) values ('lba-rdv-2026', 'fin', 'dgefp');"
                + " update habilitation_revision set revision = revision + 1");

        demarrage.releve().await().atMost(ATTENTE);

        assertThat(demarrage.registre().courant().octrois())
                .filteredOn(octroi -> octroi.id().equals("lba-rdv-2026"))
                .allMatch(octroi -> octroi.motifRevocation().isPresent());
        demarrage.arrete(new ShutdownEvent());
    }

    @Test
    void aNotificationIsEnoughToKnowTheChange() throws InterruptedException {
        var demarrage = demarre(Optional.of(DEMO));
        pool.withTransaction(connexion -> RegistreStore.revoque(connexion, "lba-rdv-2026", "fin", "dgefp"))
                .await()
                .atMost(ATTENTE);

        for (int essai = 0; essai < 100 && demarrage.registre().courant().revision() < 2; essai++) {
            Thread.sleep(50);
        }

        assertThat(demarrage.registre().courant().revision()).isEqualTo(2);
        demarrage.arrete(new ShutdownEvent());
    }

    @Test
    void aDatabaseOutOfReachLeavesTheLastCopy() {
        var demarrage = demarre(Optional.of(DEMO));
        demarrage.arrete(new ShutdownEvent());
        pool.close().await().atMost(ATTENTE);

        demarrage.releve().await().atMost(ATTENTE);

        assertThat(demarrage.registre().courant().revision()).isEqualTo(1);
    }

    private Demarrage demarre(Optional<String> fichier) {
        var demarrage = new Demarrage(new Config(fichier), Catalogues.REEL, pool);
        demarrage.demarre(new StartupEvent());
        return demarrage;
    }

    private record Config(Optional<String> fichier) implements HabilitationsConfig {
        @Override
        public boolean memeVersion() {
            return false;
        }

        @Override
        public Source source() {
            return Source.FICHIER;
        }

        @Override
        public boolean doubleAccord() {
            return false;
        }

        @Override
        public Duration releve() {
            return Duration.ofSeconds(5);
        }
    }
}
