package fr.gouv.apprentissage.bal.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Two generations of the process on one database: what the older cannot read is not written. */
class ProcessusTest {

    private static final String FORMAT = "valeur-scellee";
    private static final List<FormatLu> ANCIENNE = List.of(new FormatLu(FORMAT, 1));
    private static final List<FormatLu> NOUVELLE = List.of(new FormatLu(FORMAT, 2));

    private static BaseDeVersions base;

    @BeforeAll
    static void demarre() throws Exception {
        base = new BaseDeVersions();
        assertThat(base.migre(Map.of()).statut()).isZero();
    }

    @AfterAll
    static void arrete() throws Exception {
        base.close();
    }

    @BeforeEach
    void vide() {
        base.execute("delete from processus; delete from format_ecrit");
    }

    /** A process, and what it believes that may be written. */
    private record Generation(Processus processus, FormatsEcrits formats) {

        static Generation de(List<FormatLu> lit, boolean retenir) {
            var formats = new FormatsEcrits();
            return new Generation(
                    new Processus(new ProcessusStore(base.service()), lit, new Config(retenir), formats), formats);
        }

        static Generation de(List<FormatLu> lit) {
            return de(lit, false);
        }

        int ecrit() {
            processus.bats();
            return formats.version(FORMAT);
        }
    }

    private record Config(boolean retenir) implements VersionConfig {
        @Override
        public Duration battement() {
            return Duration.ofSeconds(10);
        }
    }

    @Test
    void besideAnOlderProcessTheNewerWritesAsTheOlderReads() {
        var ancienne = Generation.de(ANCIENNE);
        ancienne.processus().bats();
        var nouvelle = Generation.de(NOUVELLE);

        assertThat(nouvelle.ecrit()).isEqualTo(1);
        assertThat(ancienne.ecrit()).isEqualTo(1);
    }

    @Test
    void onceTheLastOlderProcessHasEndedTheNewerWritesItsOwn() {
        var ancienne = Generation.de(ANCIENNE);
        ancienne.processus().bats();
        var nouvelle = Generation.de(NOUVELLE);
        nouvelle.ecrit();

        ancienne.processus().finis();

        assertThat(nouvelle.ecrit()).isEqualTo(2);
    }

    @Test
    void anOlderProcessThatWasKilledCountsUntilItsTimeIsUp() {
        Generation.de(ANCIENNE).processus().bats();
        var nouvelle = Generation.de(NOUVELLE);
        assertThat(nouvelle.ecrit()).isEqualTo(1);

        base.execute("update processus set vu_le = vu_le - interval '61 seconds' where lit ->> '" + FORMAT + "' = '1'");

        assertThat(nouvelle.ecrit()).isEqualTo(2);
    }

    @Test
    void aProcessThatNeverHeardOfAFormatReadsItsFirstVersion() {
        Generation.de(List.of()).processus().bats();

        assertThat(Generation.de(NOUVELLE).ecrit()).isEqualTo(1);
    }

    @Test
    void anOlderProcessDoesNotStartOnWhatItCannotRead() {
        assertThat(Generation.de(NOUVELLE).ecrit()).isEqualTo(2);

        assertThatThrownBy(() -> Generation.de(ANCIENNE).processus().bats())
                .isInstanceOf(FormatTropRecent.class)
                .hasMessageContaining(FORMAT);
        assertThatThrownBy(() -> Generation.de(List.of()).processus().bats()).isInstanceOf(FormatTropRecent.class);
    }

    @Test
    void oneThatIsRefusedAtItsStartHoldsNobodyBack() {
        var nouvelle = Generation.de(NOUVELLE);
        nouvelle.ecrit();

        assertThatThrownBy(() -> Generation.de(ANCIENNE).processus().commence()).isInstanceOf(FormatTropRecent.class);

        assertThat(nouvelle.processus().vivants()).isEqualTo(1);
    }

    @Test
    void theOperatorMayKeepTheWayBackOpen() {
        assertThat(Generation.de(NOUVELLE, true).ecrit()).isEqualTo(1);

        assertThat(Generation.de(ANCIENNE).ecrit()).isEqualTo(1);
    }

    @Test
    void betweenThreeGenerationsTheOldestDecides() {
        Generation.de(NOUVELLE).processus().bats();

        assertThat(Generation.de(List.of(new FormatLu(FORMAT, 3))).ecrit()).isEqualTo(2);
    }

    /** Whichever is first: both are content, or the older is refused; never does it serve beside what it cannot read. */
    @RepeatedTest(20)
    void anOlderAndANewerThatStartAtOnceAgree() throws Exception {
        var barriere = new CyclicBarrier(2);
        var nouvelle = Generation.de(NOUVELLE);
        var ancienne = Generation.de(ANCIENNE);
        var fils = Executors.newFixedThreadPool(2);
        try {
            Callable<Boolean> ancien = () -> {
                barriere.await();
                return sert(ancienne);
            };
            var sert = fils.submit(ancien);
            barriere.await();
            int ecrit = nouvelle.ecrit();

            assertThat(sert.get()).isEqualTo(ecrit == 1);
        } finally {
            fils.shutdown();
        }
    }

    private static boolean sert(Generation generation) {
        try {
            generation.processus().bats();
            return true;
        } catch (FormatTropRecent refusee) {
            return false;
        }
    }
}
