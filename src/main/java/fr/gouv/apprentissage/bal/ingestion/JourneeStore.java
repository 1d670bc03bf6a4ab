package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.scellement.Cellule;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Staging as the merge reads it, and what only the merge writes. All within its transaction. */
final class JourneeStore {

    /** The records of a day, in the order in which they first appear. */
    List<Long> enregistrements(SqlConnection connexion, String source, LocalDate jour) {
        var ids = new ArrayList<Long>();
        connexion
                .preparedQuery("select enregistrement from ingestion_ligne where source = $1 and jour = $2"
                        + " group by enregistrement order by min(array[extrait, page, rang])")
                .executeAndAwait(Tuple.of(source, jour))
                .forEach(ligne -> ids.add(ligne.getLong("enregistrement")));
        return ids;
    }

    /** Of each of these records the last row of each extract, by record and rank. */
    Map<Long, Map<Integer, LigneScellee>> lignes(
            SqlConnection connexion, String source, LocalDate jour, Collection<Long> ids) {
        var lignes = new HashMap<Long, Map<Integer, LigneScellee>>();
        for (var ligne : connexion
                .preparedQuery("select distinct on (enregistrement, extrait) enregistrement, extrait, contenu"
                        + " from ingestion_ligne where source = $1 and jour = $2 and enregistrement = any($3)"
                        + " order by enregistrement, extrait, page desc, rang desc")
                .executeAndAwait(Tuple.of(source, jour, ids.toArray(Long[]::new)))) {
            lignes.computeIfAbsent(ligne.getLong("enregistrement"), nouveau -> new TreeMap<>())
                    .put(
                            ligne.getInteger("extrait"),
                            FormatDeStaging.lis(ligne.getBuffer("contenu").getBytes()));
        }
        return lignes;
    }

    /** Of each record of one page the last row, by record and rank of the extract. */
    Map<Long, Map<Integer, LigneScellee>> lignesDe(SqlConnection connexion, Place place) {
        var lignes = new LinkedHashMap<Long, Map<Integer, LigneScellee>>();
        for (var ligne : connexion
                .preparedQuery("select enregistrement, contenu from ingestion_ligne"
                        + " where source = $1 and jour = $2 and extrait = $3 and page = $4 order by rang")
                .executeAndAwait(Tuple.of(place.source(), place.jour(), (short) place.extrait(), place.page()))) {
            lignes.put(
                    ligne.getLong("enregistrement"),
                    new TreeMap<>(Map.of(
                            place.extrait(),
                            FormatDeStaging.lis(ligne.getBuffer("contenu").getBytes()))));
        }
        return lignes;
    }

    /** Which rows of one page are staged. */
    List<Integer> rangs(SqlConnection connexion, Place place) {
        var rangs = new ArrayList<Integer>();
        connexion
                .preparedQuery("select rang from ingestion_ligne"
                        + " where source = $1 and jour = $2 and extrait = $3 and page = $4 order by rang")
                .executeAndAwait(Tuple.of(place.source(), place.jour(), (short) place.extrait(), place.page()))
                .forEach(ligne -> rangs.add(ligne.getInteger(0)));
        return rangs;
    }

    /** Rows of the day, and doubts by reason. */
    Map<String, Long> signalements(SqlConnection connexion, String source, LocalDate jour) {
        var nombres = new TreeMap<String, Long>();
        connexion
                .preparedQuery("select s.motif, sum(s.nombre)::bigint as nombre from ingestion_page p,"
                        + " unnest(p.signalements, p.nombres) as s(motif, nombre)"
                        + " where p.source = $1 and p.jour = $2 group by s.motif")
                .executeAndAwait(Tuple.of(source, jour))
                .forEach(ligne -> nombres.put(ligne.getString("motif"), ligne.getLong("nombre")));
        return nombres;
    }

    /** How many rows the source sent for the day. */
    long lus(SqlConnection connexion, String source, LocalDate jour) {
        return connexion
                .preparedQuery(
                        "select coalesce(sum(lus), 0)::bigint as lus from ingestion_page where source = $1 and jour = $2")
                .executeAndAwait(Tuple.of(source, jour))
                .iterator()
                .next()
                .getLong("lus");
    }

    /** What was beaten, by record, column and rank. */
    Map<Long, Map<String, Map<Integer, Cellule>>> ecartes(SqlConnection connexion, Collection<Long> ids) {
        var ecartes = new HashMap<Long, Map<String, Map<Integer, Cellule>>>();
        for (var ligne : connexion
                .preparedQuery("select * from contrat_ecarte where enregistrement = any($1)")
                .executeAndAwait(Tuple.of((Object) ids.toArray(Long[]::new)))) {
            var scelle = ligne.getBuffer("scelle");
            ecartes.computeIfAbsent(ligne.getLong("enregistrement"), nouveau -> new HashMap<>())
                    .computeIfAbsent(ligne.getString("colonne"), nouvelle -> new HashMap<>())
                    .put(
                            ligne.getInteger("extrait"),
                            new Cellule(
                                    scelle == null ? null : scelle.getBytes(),
                                    ligne.getString("clair"),
                                    FormatDeStaging.empreintes(
                                            ligne.getBuffer("empreintes").getBytes())));
        }
        return ecartes;
    }

    /** Replaces all that was beaten of these records. */
    void ecarte(SqlConnection connexion, Map<Long, Map<String, Map<Integer, Cellule>>> ecartes) {
        if (ecartes.isEmpty()) {
            return;
        }
        connexion
                .preparedQuery("delete from contrat_ecarte where enregistrement = any($1)")
                .executeAndAwait(Tuple.of((Object) ecartes.keySet().toArray(Long[]::new)));
        var lignes = new ArrayList<Ecartee>();
        ecartes.forEach((id, colonnes) -> colonnes.forEach((colonne, rangs) ->
                rangs.forEach((rang, cellule) -> lignes.add(new Ecartee(id, colonne, rang, cellule)))));
        connexion
                .preparedQuery(
                        "insert into contrat_ecarte (enregistrement, colonne, extrait, scelle, clair, empreintes)"
                                + " select * from unnest($1::bigint[], $2::text[], $3::smallint[], $4::bytea[], $5::text[], $6::bytea[])")
                .executeAndAwait(Tuple.of(
                        lignes.stream().map(Ecartee::id).toArray(Long[]::new),
                        lignes.stream().map(Ecartee::colonne).toArray(String[]::new),
                        lignes.stream().map(ligne -> (short) ligne.rang()).toArray(Short[]::new),
                        lignes.stream()
                                .map(ligne -> tampon(ligne.cellule().scelle()))
                                .toArray(Buffer[]::new),
                        lignes.stream().map(ligne -> ligne.cellule().clair()).toArray(String[]::new),
                        lignes.stream()
                                .map(ligne -> Buffer.buffer(FormatDeStaging.empreintes(
                                        ligne.cellule().index())))
                                .toArray(Buffer[]::new)));
    }

    private record Ecartee(long id, String colonne, int rang, Cellule cellule) {}

    private static Buffer tampon(byte[] octets) {
        return octets == null ? null : Buffer.buffer(octets);
    }
}
