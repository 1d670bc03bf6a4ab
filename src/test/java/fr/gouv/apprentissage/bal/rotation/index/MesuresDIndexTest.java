package fr.gouv.apprentissage.bal.rotation.index;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.ingestion.EtatExecution;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MesuresDIndexTest {

    private static final OffsetDateTime LE = OffsetDateTime.parse("2026-06-07T10:00:00Z");

    private final SimpleMeterRegistry registre = new SimpleMeterRegistry();
    private final MesuresDIndex mesures = new MesuresDIndex(registre);

    @Test
    void beforeTheFirstJobThereIsNothingToShow() {
        assertThat(jauge("restants")).isNaN();
        assertThat(jauge("progression")).isNaN();
        assertThat(jauge("illisibles")).isNaN();
    }

    @Test
    void aJobThatIsUnderWayShowsHowFarItIs() {
        mesures.note(Optional.of(travail(EtatExecution.EN_COURS, 50, 3)));

        assertThat(jauge("restants")).isEqualTo(150);
        assertThat(jauge("progression")).isEqualTo(0.25);
        assertThat(jauge("illisibles")).isEqualTo(3);
    }

    @Test
    void aJobThatFailedShowsWhatDidNotOpen() {
        mesures.note(Optional.of(travail(EtatExecution.ECHOUEE, 200, 3)));

        assertThat(jauge("restants")).isEqualTo(3);
    }

    @Test
    void aJobThatHasEndedHasNothingLeftEvenIfRecordsWentMeanwhile() {
        mesures.note(Optional.of(travail(EtatExecution.TERMINEE, 190, 0)));

        assertThat(jauge("restants")).isZero();
        assertThat(jauge("progression")).isEqualTo(1);
    }

    @Test
    void whatThisProcessDidAddsUp() {
        mesures.faits(20);
        mesures.faits(22);

        assertThat(registre.get("bal.rotation.index.enregistrements").counter().count())
                .isEqualTo(42);
    }

    private double jauge(String nom) {
        return registre.get("bal.rotation.index." + nom).gauge().value();
    }

    private static Travail travail(EtatExecution etat, long faits, long illisibles) {
        return new Travail(
                1,
                2,
                etat,
                Optional.empty(),
                faits,
                200,
                faits,
                illisibles,
                LE,
                Optional.of(LE),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
