package fr.gouv.apprentissage.bal.journal.alerte;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/** Looks through the last days of the journal, and says once a day of a client what is unusual: its id and counts, nothing else. */
public final class Guet {

    private static final Logger LOG = Logger.getLogger(Guet.class);

    // what the data protection officer asks of the journal is no search for a person
    private static final String JOURNEES =
            """
            select client, (le at time zone 'UTC')::date, coalesce(sum(personnes), 0)::bigint,
                count(*) filter (where sujets = '{}' and recherches <> '{}' and recherches <> '{Query.divulgations}')
            from journal.entree where le >= $1 group by 1, 2""";

    private record Dite(String client, Alerte.Genre genre, LocalDate jour) {}

    private final Pool lecture;
    private final Clock horloge;
    private final Regle regle;
    private final int jours;
    private final Counter alertes;
    private final Set<Dite> dites = new HashSet<>();

    /**
     * @param lecture of the role that reads the journal
     * @param jours how many days before today are looked at
     */
    public Guet(Pool lecture, Clock horloge, Regle regle, int jours, MeterRegistry registre) {
        this.lecture = lecture;
        this.horloge = horloge;
        this.regle = regle;
        this.jours = jours;
        this.alertes = Counter.builder("bal.journal.alertes")
                .description("Lectures inhabituelles signalées par ce processus")
                .register(registre);
    }

    /** What is unusual today and was not said yet. */
    public Uni<List<Alerte>> passe() {
        var aujourdhui = LocalDate.now(horloge.withZone(ZoneOffset.UTC));
        var debut = aujourdhui.minusDays(jours).atStartOfDay().atOffset(ZoneOffset.UTC);
        return lecture.preparedQuery(JOURNEES).execute(Tuple.of(debut)).map(lignes -> {
            var journees = new ArrayList<Journee>();
            lignes.forEach(ligne -> journees.add(
                    new Journee(ligne.getString(0), ligne.getLocalDate(1), ligne.getLong(2), ligne.getLong(3))));
            return dis(regle.alertes(journees, aujourdhui), aujourdhui);
        });
    }

    private synchronized List<Alerte> dis(List<Alerte> constatees, LocalDate jour) {
        dites.removeIf(dite -> !dite.jour().equals(jour));
        var nouvelles = constatees.stream()
                .filter(alerte -> dites.add(new Dite(alerte.client(), alerte.genre(), jour)))
                .toList();
        for (var alerte : nouvelles) {
            alertes.increment();
            LOG.warnf(
                    "Lecture inhabituelle : client %s, %s %d, au plus %d les autres jours",
                    alerte.client(), alerte.genre(), alerte.nombre(), alerte.habitude());
        }
        return nouvelles;
    }
}
