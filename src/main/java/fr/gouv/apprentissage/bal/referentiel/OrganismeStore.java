package fr.gouv.apprentissage.bal.referentiel;

import fr.gouv.apprentissage.bal.declaration.Connection;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.identifiant.Uai;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The organismes as they stand in the database. One statement per question. */
@Singleton
public class OrganismeStore {

    private static final String CHOISIS = "select " + LigneOrganisme.COLONNES + " from organisme o";
    private static final String PAGE =
            """
            with trouves as (select o.* from organisme o where %s)
            select t.total, t.precedents, o.*
            from (select count(*) as total, coalesce(bool_or(cle <= $1), false) as precedents from trouves) t
            left join lateral (select * from trouves where $1::text is null or cle > $1 order by cle limit $2) o on true
            order by o.cle
            """;

    private final Pool pool;

    /** @param pool the role that serves */
    public OrganismeStore(Pool pool) {
        this.pool = pool;
    }

    /** The organisme of this SIRET. */
    public Uni<Optional<Organisme>> parSiret(Siret siret) {
        return un(CHOISIS + " where o.siret = $1", Tuple.of(siret.valeur()));
    }

    /** The one that answers for this UAI (schema.graphql, {@code organisme}). */
    public Uni<Optional<Organisme>> parUai(Uai uai) {
        return un(
                CHOISIS + " join organisme_par_uai p on p.organisme = o.cle where p.uai = $1", Tuple.of(uai.valeur()));
    }

    /** The organisme of this SIRET, if it also bears this UAI. */
    public Uni<Optional<Organisme>> parSiretEtUai(Siret siret, Uai uai) {
        return un(CHOISIS + " where o.siret = $1 and o.uai = $2", Tuple.of(siret.valeur(), uai.valeur()));
    }

    /** The organismes that match, by SIRET (UAI for who has none). */
    Uni<Connection<Organisme>> page(OrganismeFiltre filtre, int first, String after) {
        var arguments = Tuple.tuple();
        arguments.addValue(after == null ? null : CurseurDOrganisme.lis(after).cle());
        arguments.addValue((long) first + 1);
        var critere = CritereSql.de(filtre, arguments);
        return pool.preparedQuery(PAGE.formatted(critere)).execute(arguments).map(lignes -> page(lignes, first));
    }

    private Uni<Optional<Organisme>> un(String sql, Tuple arguments) {
        return pool.preparedQuery(sql)
                .execute(arguments)
                .map(lignes -> lignes.size() == 0
                        ? Optional.empty()
                        : Optional.of(LigneOrganisme.lis(lignes.iterator().next())));
    }

    private static Connection<Organisme> page(RowSet<Row> lignes, int first) {
        var premiere = lignes.iterator().next();
        var edges = new ArrayList<Connection.Edge<Organisme>>();
        for (var ligne : lignes) {
            if (ligne.getString("cle") != null && edges.size() < first) {
                var curseur = new CurseurDOrganisme(ligne.getString("cle")).texte();
                edges.add(new Connection.Edge<>(curseur, LigneOrganisme.lis(ligne)));
            }
        }
        var suite = lignes.size() > first && premiere.getString("cle") != null;
        return new Connection<>(
                edges,
                new Connection.PageInfo(
                        suite, premiere.getBoolean("precedents"), curseur(edges, 0), curseur(edges, edges.size() - 1)),
                premiere.getInteger("total"));
    }

    private static String curseur(List<Connection.Edge<Organisme>> edges, int rang) {
        return edges.isEmpty() ? null : edges.get(rang).cursor();
    }
}
