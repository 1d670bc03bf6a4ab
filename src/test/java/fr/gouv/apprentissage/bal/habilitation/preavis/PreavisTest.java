package fr.gouv.apprentissage.bal.habilitation.preavis;

import static fr.gouv.apprentissage.bal.habilitation.Octrois.octroi;
import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.habilitation.Octrois;
import fr.gouv.apprentissage.bal.habilitation.Registre;
import fr.gouv.apprentissage.bal.habilitation.RegistreCourant;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The end of a right is announced 30 and 15 days before, with the day moved. */
class PreavisTest {

    private static final LocalDate FIN = LocalDate.of(2026, 12, 31);
    private static final LocalDate DEBUT = LocalDate.of(2026, 1, 1);

    private final AtomicReference<Registre> registre = new AtomicReference<>(Octrois.registre(octroi("h")));
    private final AtomicReference<Instant> maintenant = new AtomicReference<>(midi(60));
    private final SimpleMeterRegistry mesures = new SimpleMeterRegistry();
    private final Preavis preavis = new Preavis(
            new RegistreCourant() {
                @Override
                public Registre courant() {
                    return registre.get();
                }

                @Override
                public Uni<Registre> relis() {
                    return Uni.createFrom().item(registre.get());
                }

                @Override
                public Uni<Boolean> tient(long revision) {
                    return Uni.createFrom().item(registre.get().revision() == revision);
                }
            },
            new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return Clock.fixed(maintenant.get(), zone);
                }

                @Override
                public Instant instant() {
                    return maintenant.get();
                }
            },
            mesures);

    @Test
    void theThirtiethAndTheFifteenthDayAreSaidOnceEach() {
        for (int jours = 40; jours >= -2; jours--) {
            maintenant.set(midi(jours));

            var attendu = jours == 30 || jours == 15 ? 1 : 0;
            assertThat(preavis.passe()).as("à %d jours", jours).hasSize(attendu);
            assertThat(preavis.passe()).as("encore, à %d jours", jours).isEmpty();
        }
    }

    @Test
    void aMissedDayIsMadeUpFor() {
        maintenant.set(midi(27));
        assertThat(preavis.passe()).containsExactly(new Annonce("lba", "h", FIN, 27));

        maintenant.set(midi(3));
        assertThat(preavis.passe()).containsExactly(new Annonce("lba", "h", FIN, 3));
    }

    @Test
    void theDayIsThatOfParis() {
        maintenant.set(Instant.parse("2026-11-30T22:59:00Z"));
        assertThat(preavis.passe()).isEmpty();

        maintenant.set(Instant.parse("2026-11-30T23:01:00Z"));
        assertThat(preavis.passe()).hasSize(1);
    }

    @Test
    void whatIsNotActiveIsNotAnnounced() {
        maintenant.set(midi(10));
        registre.set(Octrois.registre(
                octroi("revoquee").revoque("fin de convention"),
                octroi("expiree").du(DEBUT, FIN.minusDays(11)),
                octroi("a-venir").du(FIN.minusDays(9), FIN)));

        assertThat(preavis.passe()).isEmpty();
    }

    @Test
    void anEndThatWasMovedIsAnnouncedAnew() {
        maintenant.set(midi(10));
        preavis.passe();
        registre.set(Octrois.registre(octroi("h").du(DEBUT, FIN.plusDays(15))));

        assertThat(preavis.passe()).containsExactly(new Annonce("lba", "h", FIN.plusDays(15), 25));
    }

    @Test
    void theGaugeHasTheDaysThatAreLeftUntilItIsProlonged() {
        maintenant.set(midi(31));
        preavis.passe();
        assertThat(jauge()).isNull();

        maintenant.set(midi(12));
        preavis.passe();
        assertThat(jauge().value()).isEqualTo(12);

        registre.set(Octrois.registre(octroi("h").du(DEBUT, FIN.plusYears(1))));
        preavis.passe();
        assertThat(jauge()).isNull();
    }

    private Gauge jauge() {
        return mesures.find("bal.habilitation.fin.jours")
                .tags("client", "lba", "habilitation", "h")
                .gauge();
    }

    private static Instant midi(int joursAvantLaFin) {
        return FIN.minusDays(joursAvantLaFin).atTime(12, 0).toInstant(ZoneOffset.UTC);
    }
}
