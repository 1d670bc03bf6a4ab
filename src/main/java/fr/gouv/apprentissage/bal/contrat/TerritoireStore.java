package fr.gouv.apprentissage.bal.contrat;

import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Copies of territories on contracts, so that perimeters are one indexed comparison: that of organismeFormation, else, its place unknown,
 * that of organismeResponsable, by its SIRET, then by its UAI.
 */
public final class TerritoireStore {

    private static final String RATTACHE =
            """
            update contrat c set region = t.region, academie = t.academie, departement = t.departement
            from (
                select k.id, coalesce(f.departement, r.departement, u.departement) as departement,
                    case when f.departement is not null then f.academie
                         when r.departement is not null then r.academie else u.academie end as academie,
                    case when f.departement is not null then f.region
                         when r.departement is not null then r.region else u.region end as region
                from contrat k
                left join organisme f on f.siret = k.formation_siret
                left join organisme r on r.siret = k.responsable_siret
                left join organisme_par_uai p on p.uai = k.responsable_uai
                left join organisme u on u.cle = p.organisme
                where %s
            ) t
            where t.id = c.id
              and (c.region, c.academie, c.departement) is distinct from (t.region, t.academie, t.departement)
            returning c.id
            """;
    private static final String CEUX_CI = RATTACHE.formatted("k.id = any($1)");
    private static final String TRANCHE = RATTACHE.formatted("k.id >= $1 and k.id < $2");

    /** Makes the copies of these contracts anew. */
    public void rattache(SqlConnection connexion, Collection<Long> ids) {
        if (!ids.isEmpty()) {
            connexion.preparedQuery(CEUX_CI).executeAndAwait(Tuple.of((Object) ids.toArray(Long[]::new)));
        }
    }

    /** Makes the copies of the contracts of a range of ids anew, and gives those that moved. */
    public List<Long> rattache(SqlConnection connexion, long premier, long apresDernier) {
        var ids = new ArrayList<Long>();
        connexion
                .preparedQuery(TRANCHE)
                .executeAndAwait(Tuple.of(premier, apresDernier))
                .forEach(ligne -> ids.add(ligne.getLong("id")));
        return ids;
    }

    /** The highest id, 0 when there is none. */
    public long dernier(SqlConnection connexion) {
        return connexion
                .query("select coalesce(max(id), 0) as id from contrat")
                .executeAndAwait()
                .iterator()
                .next()
                .getLong("id");
    }
}
