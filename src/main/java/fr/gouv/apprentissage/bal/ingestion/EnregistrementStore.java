package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.scellement.CleEnregistrement;
import fr.gouv.apprentissage.bal.scellement.IndexAveugles.Generation;
import fr.gouv.apprentissage.bal.scellement.SecretStore;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds records by their natural key, with their secret, and names new ones. */
final class EnregistrementStore {

    private final SecretStore secrets;

    EnregistrementStore(SecretStore secrets) {
        this.secrets = secrets;
    }

    /**
     * What stands under hashes of natural keys.
     *
     * @param connus records, with their secrets
     * @param perdus hashes of records whose secret is damaged or gone: nothing can be sealed for them
     */
    record Trouves(Map<ByteBuffer, CleEnregistrement> connus, Set<ByteBuffer> perdus) {}

    /** The records that these hashes of natural keys (any generation) are of. */
    Trouves trouve(SqlConnection connexion, Collection<Generation> cles) {
        var trouves = new Trouves(new HashMap<>(), new HashSet<>());
        var parId = new HashMap<Long, Optional<CleEnregistrement>>();
        var lignes = connexion
                .preparedQuery("select k.empreinte, k.enregistrement, s.epoque, s.enveloppe"
                        + " from unnest($1::smallint[], $2::bytea[]) as u(generation, empreinte)"
                        + " join contrat_cle k using (generation, empreinte)"
                        + " left join lateral (select epoque, enveloppe from secret where enregistrement = k.enregistrement"
                        + " order by epoque desc limit 1) s on true")
                .executeAndAwait(Tuple.of(
                        cles.stream().map(cle -> (short) cle.numero()).toArray(Short[]::new),
                        cles.stream().map(cle -> Buffer.buffer(cle.empreinte())).toArray(Buffer[]::new)));
        for (var ligne : lignes) {
            var id = ligne.getLong("enregistrement");
            var cle = parId.computeIfAbsent(id, inconnu -> secrets.cle(id, ligne));
            var empreinte = ByteBuffer.wrap(ligne.getBuffer("empreinte").getBytes());
            cle.ifPresentOrElse(trouvee -> trouves.connus().put(empreinte, trouvee), () -> trouves.perdus()
                    .add(empreinte));
        }
        return trouves;
    }

    /** Takes back what was reserved for records that will not be. */
    void oublie(SqlConnection connexion, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return;
        }
        for (var table : List.of("contrat_cle", "secret")) {
            connexion
                    .preparedQuery("delete from " + table + " where enregistrement = any($1)")
                    .executeAndAwait(Tuple.of((Object) ids.toArray(Long[]::new)));
        }
    }

    /** Writes natural keys of new records; fewer than given when another process knew one of them first. */
    int nomme(SqlConnection connexion, Map<Generation, CleEnregistrement> cles) {
        if (cles.isEmpty()) {
            return 0;
        }
        return connexion
                .preparedQuery("insert into contrat_cle (generation, empreinte, enregistrement)"
                        + " select * from unnest($1::smallint[], $2::bytea[], $3::bigint[]) on conflict do nothing")
                .executeAndAwait(Tuple.of(
                        cles.keySet().stream().map(cle -> (short) cle.numero()).toArray(Short[]::new),
                        cles.keySet().stream()
                                .map(cle -> Buffer.buffer(cle.empreinte()))
                                .toArray(Buffer[]::new),
                        cles.values().stream()
                                .map(CleEnregistrement::enregistrement)
                                .toArray(Long[]::new)))
                .rowCount();
    }
}
