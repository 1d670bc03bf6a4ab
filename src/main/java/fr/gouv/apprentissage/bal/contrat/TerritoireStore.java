package fr.gouv.apprentissage.bal.contrat;

import fr.gouv.apprentissage.bal.scellement.Cellule;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Copies of territories on contracts, so that perimeters are one indexed comparison: that of organismeFormation, else, its place unknown,
 * that of organismeResponsable, by its SIRET, then by its UAI.
 */
public final class TerritoireStore {

    /** Columns of a contract that hold the copies. */
    public static final List<String> COLONNES = List.of("region", "academie", "departement");

    private static final String VALEURS =
            """
            coalesce(f.departement, r.departement, u.departement) as departement,
            case when f.departement is not null then f.academie
                 when r.departement is not null then r.academie else u.academie end as academie,
            case when f.departement is not null then f.region
                 when r.departement is not null then r.region else u.region end as region
            """;
    private static final String JOINTURES =
            """
            left join organisme f on f.siret = k.formation_siret
            left join organisme r on r.siret = k.responsable_siret
            left join organisme_par_uai p on p.uai = k.responsable_uai
            left join organisme u on u.cle = p.organisme
            """;
    private static final String RATTACHE =
            """
            update contrat c set region = t.region, academie = t.academie, departement = t.departement,
                modifie_le = coalesce(%s, c.modifie_le)
            from (select k.id, %s from contrat k %s where %s) t
            where t.id = c.id
              and (c.region, c.academie, c.departement) is distinct from (t.region, t.academie, t.departement)
            """;
    private static final String CEUX_CI = RATTACHE.formatted("null", VALEURS, JOINTURES, "k.id = any($1)");
    private static final String TRANCHE = RATTACHE.formatted("$3", VALEURS, JOINTURES, "k.id >= $1 and k.id < $2");
    private static final String LIEUX = "select k.rang, " + VALEURS
            + " from unnest($1::text[], $2::text[], $3::text[]) with ordinality"
            + " as k(formation_siret, responsable_siret, responsable_uai, rang) " + JOINTURES;

    /** Puts the copies into rows that will be added: {@link #COLONNES}, beside {@code formation_siret}, {@code responsable_siret} and {@code responsable_uai}. */
    public void place(SqlConnection connexion, List<Map<String, Cellule>> lignes) {
        if (lignes.isEmpty()) {
            return;
        }
        connexion
                .preparedQuery(LIEUX)
                .executeAndAwait(Tuple.of(
                        codes(lignes, "formation_siret"),
                        codes(lignes, "responsable_siret"),
                        codes(lignes, "responsable_uai")))
                .forEach(lieu -> COLONNES.forEach(colonne -> lignes.get(Math.toIntExact(lieu.getLong("rang")) - 1)
                        .put(colonne, Cellule.claire(lieu.getString(colonne)))));
    }

    private static String[] codes(List<Map<String, Cellule>> lignes, String colonne) {
        return lignes.stream()
                .map(ligne -> ligne.getOrDefault(colonne, Cellule.VIDE).clair())
                .toArray(String[]::new);
    }

    /** Makes the copies of these contracts anew. */
    public void rattache(SqlConnection connexion, Collection<Long> ids) {
        if (!ids.isEmpty()) {
            connexion.preparedQuery(CEUX_CI).executeAndAwait(Tuple.of((Object) ids.toArray(Long[]::new)));
        }
    }

    /** Makes the copies of the contracts of a range of ids anew; those that move carry the stamp ({@link ContratStore#estampille}). */
    public void rattache(SqlConnection connexion, long premier, long apresDernier, OffsetDateTime estampille) {
        connexion.preparedQuery(TRANCHE).executeAndAwait(Tuple.of(premier, apresDernier, estampille));
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
