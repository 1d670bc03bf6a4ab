package fr.gouv.apprentissage.bal.personne.suppression;

import fr.gouv.apprentissage.bal.scellement.Marque;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Table {@code suppression}: the marks of erased persons, each until its end. Blocks. */
public final class SuppressionStore {

    /** Of these marks those that an erased person left and that have not ended on that day: one statement, however many. */
    public Suppressions cherche(SqlClient client, Collection<Marque> marques, LocalDate jour) {
        var cles = marques.stream().map(Marque::cle).distinct().toList();
        if (cles.isEmpty()) {
            return new Suppressions(List.of());
        }
        return new Suppressions(lis(client.preparedQuery("select s.genre, s.version, s.empreinte, s.sexe, s.departement"
                        + " from unnest($1::smallint[], $2::int[], $3::bytea[]) as u(genre, version, empreinte)"
                        + " join suppression s using (genre, version, empreinte) where s.fin >= $4")
                .executeAndAwait(Tuple.of(
                        cles.stream().map(cle -> (short) cle.genre()).toArray(Short[]::new),
                        cles.stream().map(Marque.Cle::version).toArray(Integer[]::new),
                        cles.stream()
                                .map(cle -> Buffer.buffer(cle.empreinte().array()))
                                .toArray(Buffer[]::new),
                        jour))));
    }

    /** The marks of an erasure, in their order; none once they have ended. */
    public List<Marque> de(SqlClient client, UUID effacement) {
        return lis(client.preparedQuery("select genre, version, empreinte, sexe, departement from suppression"
                        + " where effacement = $1 order by rang")
                .executeAndAwait(Tuple.of(effacement)));
    }

    /** Keeps the marks of an erasure until that day, included. */
    public void inscris(SqlClient client, UUID effacement, List<Marque> marques, LocalDate fin) {
        client.preparedQuery(
                        "insert into suppression (effacement, rang, genre, version, empreinte, sexe, departement, fin)"
                                + " select $1, u.rang, u.genre, u.version, u.empreinte, u.sexe, u.departement, $7 from"
                                + " unnest($2::smallint[], $3::int[], $4::bytea[], $5::bytea[], $6::bytea[]) with ordinality"
                                + " as u(genre, version, empreinte, sexe, departement, rang)")
                .executeAndAwait(
                        MarquesEnBase.ajoute(Tuple.of(effacement), marques).addValue(fin));
    }

    /** Deletes the marks that ended before that day; gives how many. */
    public int purge(SqlClient client, LocalDate jour) {
        return client.preparedQuery("delete from suppression where fin < $1")
                .executeAndAwait(Tuple.of(jour))
                .rowCount();
    }

    private static List<Marque> lis(Iterable<Row> lignes) {
        var marques = new ArrayList<Marque>();
        lignes.forEach(ligne -> marques.add(MarquesEnBase.lis(ligne)));
        return marques;
    }
}
