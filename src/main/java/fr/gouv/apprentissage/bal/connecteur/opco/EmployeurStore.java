package fr.gouv.apprentissage.bal.connecteur.opco;

import fr.gouv.apprentissage.bal.contrat.ContratStore;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.personne.VerrouDAppariement;
import fr.gouv.apprentissage.bal.referentiel.Opco;
import fr.gouv.apprentissage.bal.referentiel.Opcos;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The employers that contracts name, and their OPCO on the contracts. */
final class EmployeurStore {

    private static final String RESTE = "select exists(select from contrat c where c.employeur_siret is not null"
            + " and not exists (select from opco_d_entreprise o where o.siret = c.employeur_siret and o.expire_le > $1"
            + " and c.employeur_opco is not distinct from nullif(o.opco, $2)))";
    private static final String SUIVANTS = "select distinct employeur_siret from contrat"
            + " where employeur_siret > $1 and employeur_siret <= $2 order by employeur_siret limit $3";
    private static final String ECRIS =
            "update contrat c set employeur_opco = u.opco, modifie_le = $3 from unnest($1::text[], $2::text[]) as u(siret, opco)"
                    + " where c.employeur_siret = u.siret and c.employeur_opco is distinct from u.opco";

    private final Pool pool;
    private final Clock horloge;

    EmployeurStore(Pool pool, Clock horloge) {
        this.pool = pool;
        this.horloge = horloge;
    }

    /** Whether a contract's OPCO is not what a directory says, or none was asked lately. */
    boolean reste() {
        return pool.preparedQuery(RESTE)
                .executeAndAwait(
                        Tuple.of(OffsetDateTime.now(horloge), Opcos.inconnu().code()))
                .iterator()
                .next()
                .getBoolean(0);
    }

    /**
     * Establishments, in their order.
     *
     * @param debut first two digits
     * @param apres the last that was given; empty: none yet
     */
    List<Siret> suivants(String debut, String apres, int nombre) {
        var sirets = new ArrayList<Siret>();
        pool.preparedQuery(SUIVANTS)
                .executeAndAwait(Tuple.of(apres.isEmpty() ? debut : apres, debut + "9".repeat(12), nombre))
                .forEach(ligne -> sirets.add(new Siret(ligne.getString(0))));
        return sirets;
    }

    /**
     * Writes the OPCO on the contracts of these establishments; none where the directories know of none. Whoever merges contracts waits, so that neither
     * waits for the other in turn.
     *
     * @return how many contracts changed
     */
    long ecris(SqlConnection connexion, Map<Siret, Opco> opcos) {
        if (opcos.isEmpty()) {
            return 0;
        }
        VerrouDAppariement.prends(connexion);
        var sirets = List.copyOf(opcos.keySet());
        var estampille = ContratStore.estampille(connexion, sirets.size());
        var touches = connexion
                .preparedQuery(ECRIS)
                .executeAndAwait(Tuple.of(
                        sirets.stream().map(Siret::valeur).toArray(String[]::new),
                        sirets.stream().map(siret -> code(opcos.get(siret))).toArray(String[]::new),
                        estampille))
                .rowCount();
        ContratStore.confirme(connexion, estampille);
        return touches;
    }

    private static String code(Opco opco) {
        return opco.equals(Opcos.inconnu()) ? null : opco.code();
    }
}
