package fr.gouv.apprentissage.bal.droits;

import fr.gouv.apprentissage.bal.contrat.TerritoireDeContrat;
import fr.gouv.apprentissage.bal.habilitation.Liaison;
import fr.gouv.apprentissage.bal.habilitation.Perimetre;
import fr.gouv.apprentissage.bal.habilitation.PerimetreSql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How many contracts a perimeter reaches: counted as long as they are few enough, then what PostgreSQL estimates. */
@Singleton
class LignesAtteintes {

    private static final int COMPTEES = 100_000;

    private static final String DELAI = "2s";
    private static final String INTERROMPUE = "57014";
    private static final long INCONNU = 0;

    private final Pool pool;
    private final int comptees;

    @Inject
    LignesAtteintes(Pool pool) {
        this(pool, COMPTEES);
    }

    /** @param comptees counted one by one up to here */
    LignesAtteintes(Pool pool, int comptees) {
        this.pool = pool;
        this.comptees = comptees;
    }

    /** The number; beyond what is counted, or where counting takes two seconds, an estimate. */
    Uni<Long> de(Perimetre perimetre) {
        var parametres = new Parametres();
        var condition = new PerimetreSql().sql(perimetre, TerritoireDeContrat.colonnes("c"), parametres);
        var lignes = " from contrat c where " + condition;
        return pool.withTransaction(connexion -> prepare(connexion).chain(() -> compte(connexion, lignes, parametres)))
                .map(Optional::of)
                .onFailure(echec -> echec instanceof PgException pg && INTERROMPUE.equals(pg.getSqlState()))
                .recoverWithItem(Optional.empty())
                .chain(compte -> compte.filter(nombre -> nombre <= comptees).isPresent()
                        ? Uni.createFrom().item(compte.get())
                        : pool.withTransaction(connexion ->
                                        prepare(connexion).chain(() -> estime(connexion, lignes, parametres)))
                                .map(estime -> Math.max(estime, compte.orElse(INCONNU))));
    }

    /** The settings of pages would forbid the plan that counts best. */
    private static Uni<Void> prepare(SqlConnection connexion) {
        return connexion
                .query("set transaction read only; set local statement_timeout = '" + DELAI
                        + "'; set local enable_seqscan = on; set local enable_bitmapscan = on")
                .execute()
                .replaceWithVoid();
    }

    private Uni<Long> compte(SqlConnection connexion, String lignes, Parametres parametres) {
        return connexion
                .preparedQuery("select count(*) from (select 1" + lignes + " limit " + (comptees + 1) + ") l")
                .execute(parametres.tuple())
                .map(lues -> lues.iterator().next().getLong(0));
    }

    private static Uni<Long> estime(SqlConnection connexion, String lignes, Parametres parametres) {
        return connexion
                .preparedQuery("explain (format json) select 1" + lignes)
                .execute(parametres.tuple())
                .map(plans -> plans.iterator()
                        .next()
                        .getJsonArray(0)
                        .getJsonObject(0)
                        .getJsonObject("Plan")
                        .getLong("Plan Rows"));
    }

    private static final class Parametres implements Liaison {

        private final List<Object> valeurs = new ArrayList<>();

        @Override
        public String parametre(Object valeur) {
            valeurs.add(valeur instanceof List<?> textes ? textes.toArray(String[]::new) : valeur);
            return "$" + valeurs.size();
        }

        Tuple tuple() {
            return Tuple.from(valeurs);
        }
    }
}
