package fr.gouv.apprentissage.bal.habilitation.preavis;

import fr.gouv.apprentissage.bal.habilitation.RegistreCourant;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Announces the end of active habilitations 30 and 15 days before: a gauge of the days that are left, and a line once for each notice and process. A day on
 * which no process ran is made up for on the next.
 */
@Singleton
public class Preavis {

    private static final Logger LOG = Logger.getLogger(Preavis.class);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final RegistreCourant registre;
    private final Clock horloge;
    private final MultiGauge jauge;
    private final Set<Dite> dites = new HashSet<>();

    /** What was said: an end that was moved is announced anew. */
    private record Dite(String habilitation, LocalDate au, int palier) {}

    Preavis(RegistreCourant registre, Clock horloge, MeterRegistry mesures) {
        this.registre = registre;
        this.horloge = horloge;
        this.jauge = MultiGauge.builder("bal.habilitation.fin.jours")
                .description("Jours jusqu'à la fin d'une habilitation active, à partir de trente")
                .register(mesures);
    }

    /** After the register is read. */
    void auDemarrage(@Observes @Priority(31) StartupEvent demarrage) {
        passe();
    }

    /** Each hour, so that a change of the register and the turn of the day show in the gauge. */
    @Scheduled(
            every = "1h",
            delayed = "1h",
            identity = "habilitations-preavis",
            concurrentExecution = ConcurrentExecution.SKIP)
    void chaqueHeure() {
        passe();
    }

    /** What is said now and was not said yet. */
    synchronized List<Annonce> passe() {
        var jour = LocalDate.ofInstant(horloge.instant(), PARIS);
        var annonces = registre.courant().octrois().stream()
                .flatMap(octroi -> Annonce.de(octroi, jour).stream())
                .toList();
        jauge.register(annonces.stream().map(Preavis::mesure).collect(Collectors.toList()), true);
        dites.retainAll(annonces.stream().map(Preavis::dite).collect(Collectors.toSet()));
        var nouvelles =
                annonces.stream().filter(annonce -> dites.add(dite(annonce))).toList();
        for (var annonce : nouvelles) {
            LOG.warnf(
                    "L'habilitation %s du client %s prend fin dans %d jours, le %s",
                    annonce.habilitation(), annonce.client(), annonce.jours(), annonce.au());
        }
        return nouvelles;
    }

    private static Dite dite(Annonce annonce) {
        return new Dite(annonce.habilitation(), annonce.au(), annonce.palier());
    }

    private static MultiGauge.Row<?> mesure(Annonce annonce) {
        return MultiGauge.Row.of(
                Tags.of("client", annonce.client(), "habilitation", annonce.habilitation()), annonce.jours());
    }
}
