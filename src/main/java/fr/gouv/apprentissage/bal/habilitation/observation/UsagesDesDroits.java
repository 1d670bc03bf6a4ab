package fr.gouv.apprentissage.bal.habilitation.observation;

import fr.gouv.apprentissage.bal.habilitation.DroitsInutilises;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/**
 * Compares what is granted with what served. A version that is not 90 days old, counted from the later of its opening and its first day, has no unused right
 * yet; and nothing is known while the observation itself is not 90 days old.
 */
@Singleton
public class UsagesDesDroits implements DroitsInutilises {

    /** Days without use after which a right is unused. */
    static final int JOURS = 90;

    private static final Logger LOG = Logger.getLogger(UsagesDesDroits.class);
    private static final String INUTILISES =
            """
            select h.id, d.coordonnee
            from habilitation h left join habilitation_droit d on d.habilitation = h.numero and d.acces <> '{}'
                and greatest(h.du, (h.ouverte_le at time zone 'Europe/Paris')::date) <= $2
                and not exists (select from habilitation_usage u
                    where u.habilitation = h.id and u.coordonnee = d.coordonnee and u.dernier_jour > $2)
            where h.id = any ($1) and h.fermee_le is null and h.ouverte_le is not null
                and exists (select from observation_depuis o where o.jour <= $2)
            order by h.id, d.coordonnee collate "C" """;

    private final Pool pool;

    UsagesDesDroits(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Map<String, List<String>>> de(Collection<String> habilitations, LocalDate jour) {
        if (habilitations.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return pool.preparedQuery(INUTILISES)
                .execute(Tuple.of(habilitations.toArray(String[]::new), jour.minusDays(JOURS)))
                .map(UsagesDesDroits::parHabilitation)
                .onFailure()
                .invoke(echec -> LOG.warnf(
                        "Droits inutilisés non cherchés : %s", echec.getClass().getSimpleName()))
                .onFailure()
                .recoverWithItem(Map.of());
    }

    private static Map<String, List<String>> parHabilitation(RowSet<Row> lignes) {
        var inutilises = new TreeMap<String, List<String>>();
        for (var ligne : lignes) {
            var siens = inutilises.computeIfAbsent(ligne.getString("id"), id -> new ArrayList<>());
            if (ligne.getString("coordonnee") != null) {
                siens.add(ligne.getString("coordonnee"));
            }
        }
        return inutilises;
    }
}
