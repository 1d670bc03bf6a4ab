package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.personne.IdentiteStore;
import fr.gouv.apprentissage.bal.personne.RapprochementStore;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads records in their order, and adds to them the blind indexes that they lacked. All within the caller's transaction. */
final class ReindexationStore {

    // FormatDeStaging.empreintes: kind (1 byte), generation (2), length (4), hash (16)
    private static final String ECARTEES = "generate_series(0, octet_length(empreintes) / 23 - 1) as k(rang)";
    private static final String GENERATION =
            "get_byte(empreintes, 23 * rang + 1) * 256 + get_byte(empreintes, 23 * rang + 2)";
    private static final String OUBLIE = "update contrat_ecarte set empreintes = coalesce((select"
            + " string_agg(substr(empreintes, 23 * rang + 1, 23), ''::bytea order by rang) from " + ECARTEES + " where "
            + GENERATION
            + " >= $1), '') where ctid = any(array(select ctid from contrat_ecarte where exists (select from "
            + ECARTEES + " where " + GENERATION + " < $1) limit $2))";

    private final IdentiteStore identites = new IdentiteStore();
    private final RapprochementStore rapprochements = new RapprochementStore();
    private final JourneeStore journees = new JourneeStore();

    /** The next records, in the order of their ids. */
    List<Long> suivants(SqlConnection connexion, long apres, int nombre) {
        var ids = new ArrayList<Long>();
        connexion
                .preparedQuery("select enregistrement from identite where enregistrement > $1"
                        + " order by enregistrement limit $2")
                .executeAndAwait(Tuple.of(apres, nombre))
                .forEach(ligne -> ids.add(ligne.getLong(0)));
        return ids;
    }

    /** How many records there are. */
    long nombre(SqlConnection connexion) {
        return connexion
                .query("select count(*) from identite")
                .executeAndAwait()
                .iterator()
                .next()
                .getLong(0);
    }

    /** Generations of the natural keys of these records, by record. */
    Map<Long, List<Integer>> cles(SqlConnection connexion, Collection<Long> ids) {
        var cles = new HashMap<Long, List<Integer>>();
        connexion
                .preparedQuery("select enregistrement, generation from contrat_cle where enregistrement = any($1)")
                .executeAndAwait(Tuple.of((Object) ids.toArray(Long[]::new)))
                .forEach(ligne -> cles.computeIfAbsent(ligne.getLong(0), nouveau -> new ArrayList<>())
                        .add(ligne.getInteger(1)));
        return cles;
    }

    /** The next quarantined rows whose digest is of another generation: their sealed content, by record. */
    Map<Long, byte[]> quarantaine(SqlConnection connexion, int generation, long apres, int nombre) {
        var lignes = new HashMap<Long, byte[]>();
        connexion
                .preparedQuery("select enregistrement, contenu from quarantaine where generation <> $1"
                        + " and enregistrement > $2 order by enregistrement limit $3 for update")
                .executeAndAwait(Tuple.of((short) generation, apres, nombre))
                .forEach(
                        ligne -> lignes.put(ligne.getLong(0), ligne.getBuffer(1).getBytes()));
        return lignes;
    }

    /** Puts the digest of this generation into quarantined rows; one that stands already under it was the same row, and goes. */
    void remplace(SqlConnection connexion, int generation, Map<Long, byte[]> refaites) {
        var ids = refaites.keySet().toArray(Long[]::new);
        var empreintes = refaites.values().stream().map(Buffer::buffer).toArray(Buffer[]::new);
        connexion
                .preparedQuery("with double as (delete from quarantaine q using quarantaine m,"
                        + " unnest($1::bigint[], $2::bytea[]) as u(enregistrement, empreinte)"
                        + " where m.enregistrement = u.enregistrement and q.enregistrement <> m.enregistrement"
                        + " and (q.source, q.extrait, q.jour, q.empreinte)"
                        + " = (m.source, m.extrait, m.jour, u.empreinte) returning q.enregistrement),"
                        + " marques as (delete from quarantaine_marque k using double d"
                        + " where k.enregistrement = d.enregistrement)"
                        + " delete from secret s using double d where s.enregistrement = d.enregistrement")
                .executeAndAwait(Tuple.of(ids, empreintes));
        connexion
                .preparedQuery("update quarantaine q set empreinte = u.empreinte, generation = $3"
                        + " from unnest($1::bigint[], $2::bytea[]) as u(enregistrement, empreinte)"
                        + " where q.enregistrement = u.enregistrement")
                .executeAndAwait(Tuple.of(ids, empreintes, (short) generation));
    }

    /** Rows that wait for the merge of their day. */
    Stream<LigneScellee> enAttente(SqlConnection connexion) {
        return StreamSupport.stream(
                        connexion
                                .query("select contenu from ingestion_ligne")
                                .executeAndAwait()
                                .spliterator(),
                        false)
                .map(ligne -> FormatDeStaging.lis(ligne.getBuffer(0).getBytes()));
    }

    /** Takes the indexes of former generations from so many beaten values; gives how many there were. */
    int oublie(SqlConnection connexion, int generation, int nombre) {
        return connexion
                .preparedQuery(OUBLIE)
                .executeAndAwait(Tuple.of(generation, nombre))
                .rowCount();
    }

    /** Adds what records lacked under this generation. */
    void ajoute(SqlConnection connexion, int generation, List<Reindexe> refaits) {
        rapprochements.ajoute(
                connexion,
                refaits.stream()
                        .filter(un -> !un.traces().isEmpty())
                        .collect(Collectors.toMap(Reindexe::enregistrement, Reindexe::traces)));
        identites.ajouteIndex(
                connexion,
                refaits.stream()
                        .flatMap(un -> un.index().stream().map(empreinte -> Map.entry(un.enregistrement(), empreinte)))
                        .toList());
        journees.ecarte(
                connexion,
                refaits.stream()
                        .filter(un -> !un.ecartes().isEmpty())
                        .collect(Collectors.toMap(Reindexe::enregistrement, Reindexe::ecartes)));
        var nommes = refaits.stream().filter(un -> !un.cle().isEmpty()).toList();
        connexion
                .preparedQuery("insert into contrat_cle (generation, empreinte, enregistrement)"
                        + " select $1, u.* from unnest($2::bytea[], $3::bigint[]) as u on conflict do nothing")
                .executeAndAwait(Tuple.of(
                        (short) generation,
                        nommes.stream()
                                .map(un -> Buffer.buffer(un.cle().get(0)))
                                .toArray(Buffer[]::new),
                        nommes.stream().map(Reindexe::enregistrement).toArray(Long[]::new)));
    }
}
