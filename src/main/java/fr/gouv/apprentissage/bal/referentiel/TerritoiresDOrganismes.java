package fr.gouv.apprentissage.bal.referentiel;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Where organismes stand, for who keeps copies of territories on records: many at once. An organisme that is not known, or whose place
 * is not, is absent from the answer.
 */
@Singleton
public class TerritoiresDOrganismes {

    private final Pool pool;

    /** @param pool the role that serves */
    public TerritoiresDOrganismes(Pool pool) {
        this.pool = pool;
    }

    /** Territories by SIRET, among these. */
    public Uni<Map<String, Territoire>> parSirets(Collection<String> sirets) {
        return territoires(
                """
                select o.siret as code, o.departement, o.academie, o.region from organisme o
                where o.siret = any($1::text[]) and o.departement is not null
                """,
                sirets);
    }

    /** Territories by UAI, among these; of several organismes, that of the one that answers for the UAI. */
    public Uni<Map<String, Territoire>> parUais(Collection<String> uais) {
        return territoires(
                """
                select p.uai as code, o.departement, o.academie, o.region
                from organisme_par_uai p join organisme o on o.cle = p.organisme
                where p.uai = any($1::text[]) and o.departement is not null
                """,
                uais);
    }

    private Uni<Map<String, Territoire>> territoires(String sql, Collection<String> codes) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of((Object) codes.toArray(String[]::new)))
                .map(lignes -> {
                    var territoires = new HashMap<String, Territoire>();
                    lignes.forEach(ligne -> territoires.put(
                            ligne.getString("code"),
                            new Territoire(
                                    ligne.getString("departement"),
                                    ligne.getString("academie"),
                                    ligne.getString("region"))));
                    return Map.copyOf(territoires);
                });
    }
}
