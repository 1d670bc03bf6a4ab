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

/** Reads records in their order, and adds to them the blind indexes that they lacked. All within the caller's transaction. */
final class ReindexationStore {

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
