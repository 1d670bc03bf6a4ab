package fr.gouv.apprentissage.bal.connecteur.deca;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.ingestion.BancDIngestion;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import fr.gouv.apprentissage.bal.ingestion.ExecutionDeConnecteur;
import fr.gouv.apprentissage.bal.scellement.HorlogeReglable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that nobody asks for, those that were missed, and years that are read again beside them. */
class EcheancesTest {

    private static final LocalDate PREMIER = LocalDate.of(2025, 6, 1);

    /** Seven in the evening in Paris: half an hour before the schedule. */
    private final HorlogeReglable horloge = new HorlogeReglable(Instant.parse("2025-06-03T17:00:00Z"));

    private final SourceEnMemoire source = new SourceEnMemoire(PREMIER);
    private final BancDIngestion banc = new BancDIngestion(BaseDIngestion.vide(), horloge, source);

    @AfterEach
    void ferme() {
        banc.close();
    }

    @Test
    void aRunComesByItselfAtItsMoment() {
        passe();
        horloge.avance(Duration.ofMinutes(29));
        passe();
        assertThat(banc.executions()).isEmpty();

        horloge.avance(Duration.ofMinutes(2));
        passe();
        passe();

        assertThat(banc.executions()).hasSize(1);
        assertThat(banc.curseur()).isEqualTo("2025-06-02");
    }

    @Test
    void aMomentThatPassedWhileNoProcessWasThereIsMadeUpOnce() {
        passe();
        horloge.avance(Duration.ofDays(3));
        banc.renais();

        passe();
        passe();

        assertThat(banc.executions()).hasSize(1);
        assertThat(banc.curseur()).isEqualTo("2025-06-05");
    }

    @Test
    void aMomentAtWhichTheSourceIsClosedIsMadeUpWhenItOpens() {
        source.ouvre("22:00-06:00");
        passe();
        horloge.avance(Duration.ofHours(1));
        passe();
        assertThat(source.demandes()).isEmpty();
        assertThat(banc.derniere().etat()).hasToString("EN_ATTENTE");

        horloge.avance(Duration.ofHours(3));
        passe();

        assertThat(banc.derniere().etat()).hasToString("TERMINEE");
    }

    @Test
    void aMomentThatWasMissedIsNotMadeUpOutsideOfTheHoursOfTheSource() {
        source.ouvre("19:10-06:50");
        passe();
        horloge.avance(Duration.ofHours(15));
        banc.renais();
        passe();
        assertThat(source.demandes()).isEmpty();

        horloge.avance(Duration.ofHours(10));
        passe();

        assertThat(banc.executions()).hasSize(1);
        assertThat(banc.derniere().etat()).hasToString("TERMINEE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-03-28", "2025-10-24"})
    void aChangeOfTheHourMakesOneRunADay(LocalDate veille) {
        var heure = new HorlogeReglable(veille.atTime(12, 0).toInstant(ZoneOffset.UTC));
        var nocturne = new SourceEnMemoire(veille);
        nocturne.planifie("0 30 2 * * ?");
        try (var autre = new BancDIngestion(BaseDIngestion.vide(), heure, nocturne)) {
            for (var fois = 0; fois < 3 * 24 * 4; fois++) {
                autre.echeance();
                autre.tour();
                heure.avance(Duration.ofMinutes(15));
            }

            assertThat(autre.executions())
                    .extracting(ExecutionDeConnecteur::au)
                    .containsExactly(
                            veille.plusDays(2).toString(), veille.plusDays(1).toString(), veille.toString());
        }
    }

    @Test
    void yearsAreReadAgainDayByDayAndGoOnInAnotherProcessWhereTheyStopped() {
        banc.poursuis();
        source.demandes().clear();
        banc.demande(LocalDate.of(2023, 1, 1), LocalDate.of(2024, 12, 31));
        source.avant((jour, page) -> {
            if (jour.equals(LocalDate.of(2023, 1, 5))) {
                throw new Mort();
            }
        });
        mort();
        source.avant((jour, page) -> {});
        banc.renais();

        banc.tour();

        assertThat(source.demandes())
                .hasSize(732)
                .startsWith("2023-01-01 1")
                .containsSubsequence("2023-01-04 1", "2023-01-05 1", "2023-01-05 1", "2023-01-06 1")
                .endsWith("2024-12-31 1");
        assertThat(banc.derniere().etat()).hasToString("TERMINEE");
        assertThat(banc.curseur()).isEqualTo("2025-06-02");
    }

    @Test
    void yearsThatAreReadAgainLetTheRunOfTheNightPass() {
        passe();
        var lus = new AtomicInteger();
        banc.demande(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 12, 31));
        source.avant((jour, page) -> {
            if (lus.incrementAndGet() == 100) {
                horloge.avance(Duration.ofHours(1));
                banc.echeance();
            }
        });

        banc.tour();

        assertThat(source.demandes().subList(99, 104))
                .containsExactly("2023-04-10 1", "2025-06-01 1", "2025-06-02 1", "2023-04-11 1", "2023-04-12 1");
        assertThat(banc.executions()).extracting(une -> une.etat().toString()).containsExactly("TERMINEE", "TERMINEE");
        assertThat(banc.curseur()).isEqualTo("2025-06-02");
    }

    private void passe() {
        banc.echeance();
        banc.tour();
    }

    /** Leaves what a kill leaves: the run under way, the lease not given back. */
    private void mort() {
        try {
            banc.tour();
        } catch (Mort mort) {
            BaseDIngestion.execute("update bail set expire_le = '-infinity'");
        }
    }

    private static final class Mort extends Error {

        private static final long serialVersionUID = 1L;
    }
}
