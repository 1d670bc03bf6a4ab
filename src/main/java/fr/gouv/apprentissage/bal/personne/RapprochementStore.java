package fr.gouv.apprentissage.bal.personne;

import fr.gouv.apprentissage.bal.scellement.GenreIndex;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Table {@code rapprochement}: what records are matched by. All in bulk, within the caller's transaction. */
public final class RapprochementStore {

    /**
     * A candidate and its person.
     *
     * @param temoin the record
     * @param personne its person
     */
    public record Candidat(Temoin temoin, long personne) {}

    /** The records that state one of these identities. */
    public List<Candidat> candidats(SqlConnection connexion, Collection<Trace> traces) {
        var cles = traces.stream().map(Trace::cle).distinct().toList();
        var candidats = new ArrayList<Candidat>();
        var lignes = connexion
                .preparedQuery("select r.*, i.source, i.personne"
                        + " from unnest($1::smallint[], $2::smallint[], $3::bytea[]) as u(genre, generation, empreinte)"
                        + " join rapprochement r using (genre, generation, empreinte)"
                        + " join identite i using (enregistrement)")
                .executeAndAwait(Tuple.of(
                        cles.stream().map(cle -> (short) cle.genre()).toArray(Short[]::new),
                        cles.stream().map(cle -> (short) cle.generation()).toArray(Short[]::new),
                        cles.stream()
                                .map(cle -> Buffer.buffer(cle.empreinte().array()))
                                .toArray(Buffer[]::new)));
        for (var ligne : lignes) {
            var temoin = new Temoin(ligne.getLong("enregistrement"), ligne.getString("source"), trace(ligne));
            candidats.add(new Candidat(temoin, ligne.getLong("personne")));
        }
        return candidats;
    }

    /** What these records are matched by now. */
    public Map<Long, List<Trace>> charge(SqlConnection connexion, Collection<Long> enregistrements) {
        var traces = new HashMap<Long, List<Trace>>();
        var lignes = connexion
                .preparedQuery("select * from rapprochement where enregistrement = any($1)")
                .executeAndAwait(Tuple.of((Object) enregistrements.toArray(Long[]::new)));
        for (var ligne : lignes) {
            traces.computeIfAbsent(ligne.getLong("enregistrement"), nouveau -> new ArrayList<>())
                    .add(trace(ligne));
        }
        return traces;
    }

    /** Replaces all that these records are matched by. */
    public void remplace(SqlConnection connexion, Map<Long, List<Trace>> traces) {
        if (traces.isEmpty()) {
            return;
        }
        connexion
                .preparedQuery("delete from rapprochement where enregistrement = any($1)")
                .executeAndAwait(Tuple.of((Object) traces.keySet().toArray(Long[]::new)));
        ajoute(connexion, traces);
    }

    /** Adds to what these records are matched by. */
    public void ajoute(SqlConnection connexion, Map<Long, List<Trace>> traces) {
        if (traces.isEmpty()) {
            return;
        }
        var temoins = traces.entrySet().stream()
                .flatMap(entree -> entree.getValue().stream().map(trace -> new Temoin(entree.getKey(), "", trace)))
                .toList();
        connexion
                .preparedQuery("insert into rapprochement"
                        + " (enregistrement, genre, generation, empreinte, sexe, departement, prenom_unique)"
                        + " select * from unnest($1::bigint[], $2::smallint[], $3::smallint[], $4::bytea[], $5::bytea[],"
                        + " $6::bytea[], $7::boolean[]) on conflict do nothing")
                .executeAndAwait(parametres(temoins));
    }

    private static Tuple parametres(List<Temoin> temoins) {
        var traces = temoins.stream().map(Temoin::trace).toList();
        return Tuple.tuple()
                .addValue(temoins.stream().map(Temoin::enregistrement).toArray(Long[]::new))
                .addValue(traces.stream()
                        .map(trace -> (short) trace.genre().numero())
                        .toArray(Short[]::new))
                .addValue(
                        traces.stream().map(trace -> (short) trace.generation()).toArray(Short[]::new))
                .addValue(
                        traces.stream().map(trace -> tampon(trace.empreinte())).toArray(Buffer[]::new))
                .addValue(traces.stream().map(trace -> tampon(trace.sexe())).toArray(Buffer[]::new))
                .addValue(traces.stream()
                        .map(trace -> tampon(trace.departement()))
                        .toArray(Buffer[]::new))
                .addValue(traces.stream().map(Trace::prenomUnique).toArray(Boolean[]::new));
    }

    private static Trace trace(Row ligne) {
        return new Trace(
                GenreIndex.deNumero(ligne.getInteger("genre")),
                ligne.getInteger("generation"),
                octets(ligne, "empreinte"),
                octets(ligne, "sexe"),
                octets(ligne, "departement"),
                ligne.getBoolean("prenom_unique"));
    }

    private static byte[] octets(Row ligne, String nom) {
        var tampon = ligne.getBuffer(nom);
        return tampon == null ? null : tampon.getBytes();
    }

    private static Buffer tampon(byte[] octets) {
        return octets == null ? null : Buffer.buffer(octets);
    }
}
