package fr.gouv.apprentissage.bal.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a schedule is due, looked at every five minutes from one moment to another. */
class PlanificationTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void aDailyScheduleIsDueOnceADay() {
        assertThat(echeances("0 30 19 * * ?", PARIS, "2025-06-01T00:00:00Z", "2025-06-04T00:00:00Z"))
                .containsExactly("2025-06-01T17:30:00Z", "2025-06-02T17:30:00Z", "2025-06-03T17:30:00Z");
    }

    @Test
    void aMomentThatSpringSkipsIsDueAsSoonAsTheClockIsPastIt() {
        assertThat(echeances("0 30 2 * * ?", PARIS, "2025-03-29T12:00:00Z", "2025-03-31T12:00:00Z"))
                .containsExactly("2025-03-30T01:00:00Z", "2025-03-31T00:30:00Z");
    }

    @Test
    void aMomentThatAutumnRepeatsIsDueOnce() {
        assertThat(echeances("0 30 2 * * ?", PARIS, "2025-10-25T12:00:00Z", "2025-10-27T12:00:00Z"))
                .containsExactly("2025-10-26T00:30:00Z", "2025-10-27T01:30:00Z");
    }

    @Test
    void aScheduleFollowsTheClockOfItsZone() {
        assertThat(echeances(
                        "0 0 8 * * ?", ZoneId.of("Indian/Reunion"), "2025-03-29T12:00:00Z", "2025-03-31T12:00:00Z"))
                .containsExactly("2025-03-30T04:00:00Z", "2025-03-31T04:00:00Z");
    }

    @Test
    void momentsThatPassedWhileNobodyLookedAreOne() {
        var planification = new Planification("0 30 19 * * ?", PARIS);

        assertThat(planification.due(
                        LocalDateTime.parse("2025-06-01T19:30:00"), LocalDateTime.parse("2025-06-05T08:00:00")))
                .isTrue();
        assertThat(planification.due(
                        LocalDateTime.parse("2025-06-05T08:00:00"), LocalDateTime.parse("2025-06-05T08:05:00")))
                .isFalse();
    }

    @Test
    void aScheduleThatIsOffIsNeverDue() {
        assertThat(echeances("off", PARIS, "2025-01-01T00:00:00Z", "2025-02-01T00:00:00Z"))
                .isEmpty();
    }

    @Test
    void whatIsNoScheduleIsRefused() {
        assertThatThrownBy(() -> new Planification("tous les soirs", PARIS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> echeances(String cron, ZoneId fuseau, String du, String au) {
        var planification = new Planification(cron, fuseau);
        var echeances = new ArrayList<String>();
        var servie = planification.heure(Instant.parse(du));
        for (var instant = Instant.parse(du); instant.isBefore(Instant.parse(au)); instant = instant.plusSeconds(300)) {
            var maintenant = planification.heure(instant);
            if (planification.due(servie, maintenant)) {
                echeances.add(instant.toString());
                servie = maintenant;
            }
        }
        return echeances;
    }
}
