package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.personne.suppression.MarquesEnBase;
import fr.gouv.apprentissage.bal.scellement.GenreMarque;
import fr.gouv.apprentissage.bal.scellement.Marque;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Quarantined rows, found by whom they are of or by where they came from without being opened. Blocks. */
public final class QuarantaineStore {

    private static final String CEUX = " from quarantaine where source = $1 and ($2::text is null or motif = $2)";

    /** A quarantined row: where it came from, and the row itself, sealed. */
    record Rejetee(
            long enregistrement,
            String extrait,
            LocalDate jour,
            String motif,
            OffsetDateTime recueLe,
            Optional<Integer> page,
            Optional<Integer> rang,
            byte[] contenu) {}

    /** The records of quarantined rows that bear one of these marks, and contradict it in nothing. */
    public List<Long> de(SqlClient client, Collection<Marque> marques) {
        var ids = new ArrayList<Long>();
        client.preparedQuery("select distinct q.enregistrement"
                        + " from unnest($1::smallint[], $2::int[], $3::bytea[], $4::bytea[], $5::bytea[])"
                        + " as u(genre, version, empreinte, sexe, departement)"
                        + " join quarantaine_marque q using (genre, version, empreinte)"
                        + " where (q.sexe = u.sexe or q.sexe is null or u.sexe is null)"
                        + " and (q.departement = u.departement or q.departement is null or u.departement is null)")
                .executeAndAwait(MarquesEnBase.ajoute(Tuple.tuple(), List.copyOf(marques)))
                .forEach(ligne -> ids.add(ligne.getLong("enregistrement")));
        return ids;
    }

    /**
     * A page of what a source left there, newest first.
     *
     * @param avant record before which it starts
     */
    List<Rejetee> page(SqlClient client, String source, Optional<String> motif, long avant, int lignes) {
        return lis(
                client,
                "select *" + CEUX + " and enregistrement < $3 order by enregistrement desc limit $4",
                Tuple.of(source, motif.orElse(null), avant, lignes));
    }

    /** How many rows a source left there. */
    long nombre(SqlClient client, String source, Optional<String> motif) {
        return client.preparedQuery("select count(*)" + CEUX)
                .executeAndAwait(Tuple.of(source, motif.orElse(null)))
                .iterator()
                .next()
                .getLong(0);
    }

    /** The same by reason. */
    Map<String, Long> parMotif(SqlClient client, String source) {
        var nombres = new TreeMap<String, Long>();
        client.preparedQuery("select motif, count(*) from quarantaine where source = $1 group by motif")
                .executeAndAwait(Tuple.of(source))
                .forEach(ligne -> nombres.put(ligne.getString(0), ligne.getLong(1)));
        return nombres;
    }

    /** Of these records those that a source left there, held until the end of the transaction, oldest first. */
    List<Rejetee> retiens(SqlConnection connexion, String source, Collection<Long> ids) {
        return lis(
                connexion,
                "select * from quarantaine where source = $1 and enregistrement = any($2)"
                        + " order by enregistrement for update",
                Tuple.of(source, ids.toArray(Long[]::new)));
    }

    /** Some of what a source left there, oldest first. */
    List<Long> suivants(SqlClient client, String source, long apres, int lignes) {
        var ids = new ArrayList<Long>();
        client.preparedQuery("select enregistrement from quarantaine where source = $1 and enregistrement > $2"
                        + " order by enregistrement limit $3")
                .executeAndAwait(Tuple.of(source, apres, lignes))
                .forEach(ligne -> ids.add(ligne.getLong(0)));
        return ids;
    }

    /** Why a row stays there. */
    void motive(SqlConnection connexion, long id, String motif) {
        connexion
                .preparedQuery("update quarantaine set motif = $2 where enregistrement = $1 and motif <> $2")
                .executeAndAwait(Tuple.of(id, motif));
    }

    /** Takes rows out, with all by which they could be read or found. */
    void sors(SqlConnection connexion, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return;
        }
        for (var table : List.of("quarantaine", "quarantaine_marque", "secret")) {
            connexion
                    .preparedQuery("delete from " + table + " where enregistrement = any($1)")
                    .executeAndAwait(Tuple.of((Object) ids.toArray(Long[]::new)));
        }
    }

    /**
     * Rows of a day that the source, asked again, does not send as they were any more. An extract that has no row at all any more clears nothing: that
     * is how a source looks that is out of order. Nor does one whose digests stand under several generations: they do not compare.
     */
    List<Long> corrigees(SqlConnection connexion, String source, LocalDate jour, List<String> extraits) {
        var ids = new ArrayList<Long>();
        connexion
                .preparedQuery("select q.enregistrement from quarantaine q"
                        + " where q.source = $1 and q.jour = $2"
                        + " and exists (select from ingestion_page p where p.source = q.source and p.jour = q.jour"
                        + " and ($3::text[])[p.extrait + 1] = q.extrait and p.lus > 0)"
                        + " and not exists (select from ingestion_rejet r where r.source = q.source and r.jour = q.jour"
                        + " and ($3::text[])[r.extrait + 1] = q.extrait"
                        + " and (r.empreinte = q.empreinte or r.generation <> q.generation))"
                        + " for update")
                .executeAndAwait(Tuple.of(source, jour, extraits.toArray(String[]::new)))
                .forEach(ligne -> ids.add(ligne.getLong(0)));
        return ids;
    }

    /**
     * Rows of days before this one, of contracts that the same extract has stated since in a row that could be identified. Their natural key says so:
     * a row without one is nobody's.
     *
     * @param marques of the rows of that day
     */
    List<Long> reparees(
            SqlConnection connexion, String source, LocalDate jour, String extrait, Collection<Marque> marques) {
        var cles = marques.stream()
                .filter(marque -> marque.genre() == GenreMarque.CLE_CONTRAT)
                .toList();
        var ids = new ArrayList<Long>();
        connexion
                .preparedQuery("select q.enregistrement from unnest($1::int[], $2::bytea[]) as u(version, empreinte)"
                        + " join quarantaine_marque m on m.genre = $3 and m.version = u.version and m.empreinte = u.empreinte"
                        + " join quarantaine q using (enregistrement)"
                        + " where q.source = $4 and q.extrait = $5 and q.jour < $6 for update of q")
                .executeAndAwait(Tuple.tuple()
                        .addValue(cles.stream().map(Marque::version).toArray(Integer[]::new))
                        .addValue(cles.stream()
                                .map(marque -> Buffer.buffer(marque.empreinte()))
                                .toArray(Buffer[]::new))
                        .addValue((short) GenreMarque.CLE_CONTRAT.numero())
                        .addValue(source)
                        .addValue(extrait)
                        .addValue(jour))
                .forEach(ligne -> ids.add(ligne.getLong(0)));
        return ids;
    }

    /** Rows that came before this moment; of those that somebody holds, none. */
    List<Long> anciennes(SqlConnection connexion, OffsetDateTime avant, int lignes) {
        var ids = new ArrayList<Long>();
        connexion
                .preparedQuery("select enregistrement from quarantaine where recue_le < $1 order by recue_le limit $2"
                        + " for update skip locked")
                .executeAndAwait(Tuple.of(avant, lignes))
                .forEach(ligne -> ids.add(ligne.getLong(0)));
        return ids;
    }

    private static List<Rejetee> lis(SqlClient client, String sql, Tuple valeurs) {
        var rejetees = new ArrayList<Rejetee>();
        client.preparedQuery(sql).executeAndAwait(valeurs).forEach(ligne -> rejetees.add(rejetee(ligne)));
        return rejetees;
    }

    private static Rejetee rejetee(Row ligne) {
        return new Rejetee(
                ligne.getLong("enregistrement"),
                ligne.getString("extrait"),
                ligne.getLocalDate("jour"),
                ligne.getString("motif"),
                ligne.getOffsetDateTime("recue_le"),
                Optional.ofNullable(ligne.getInteger("page")),
                Optional.ofNullable(ligne.getInteger("rang")),
                ligne.getBuffer("contenu").getBytes());
    }
}
