package fr.gouv.apprentissage.bal.scellement;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Table {@code secret} as whoever writes records sees it: ids and secrets for new ones, the secrets of those that stand. Within the caller's transaction. */
public final class SecretStore {

    private static final Logger LOG = Logger.getLogger(SecretStore.class);

    private final Scellement scellement;

    /** @param scellement what wraps and unwraps them */
    public SecretStore(Scellement scellement) {
        this.scellement = scellement;
    }

    /**
     * So many fresh ids, each with a fresh secret, not written yet.
     *
     * @throws ClesIndisponibles when the key of the current epoch is not in memory
     */
    public List<CleEnregistrement> reserve(SqlConnection connexion, int nombre) {
        var cles = new ArrayList<CleEnregistrement>();
        if (nombre == 0) {
            return cles;
        }
        connexion
                .preparedQuery("select nextval('enregistrement_seq') as id from generate_series(1, $1)")
                .executeAndAwait(Tuple.of(nombre))
                .forEach(ligne -> cles.add(scellement.nouvelle(ligne.getLong("id"))));
        return cles;
    }

    /** Writes the secrets of new records. */
    public void garde(SqlConnection connexion, Collection<CleEnregistrement> cles) {
        if (cles.isEmpty()) {
            return;
        }
        connexion
                .preparedQuery("insert into secret (enregistrement, epoque, enveloppe)"
                        + " select * from unnest($1::bigint[], $2::int[], $3::bytea[])")
                .executeAndAwait(Tuple.of(
                        cles.stream().map(CleEnregistrement::enregistrement).toArray(Long[]::new),
                        cles.stream().map(CleEnregistrement::epoque).toArray(Integer[]::new),
                        cles.stream().map(cle -> Buffer.buffer(cle.enveloppe())).toArray(Buffer[]::new)));
    }

    /**
     * The secrets of these records; one that is gone or does not unwrap is not there.
     *
     * @throws ClesIndisponibles when the key of an epoch is not in memory
     */
    public Map<Long, CleEnregistrement> secrets(SqlConnection connexion, Collection<Long> ids) {
        var secrets = new HashMap<Long, CleEnregistrement>();
        connexion
                .preparedQuery("select distinct on (enregistrement) enregistrement, epoque, enveloppe from secret"
                        + " where enregistrement = any($1) order by enregistrement, epoque desc")
                .executeAndAwait(Tuple.of((Object) ids.toArray(Long[]::new)))
                .forEach(ligne -> cle(ligne.getLong("enregistrement"), ligne)
                        .ifPresent(cle -> secrets.put(cle.enregistrement(), cle)));
        return secrets;
    }

    /**
     * The secret of a record that stands in the columns {@code epoque} and {@code enveloppe} of a row; empty when it is gone or does not unwrap.
     *
     * @throws ClesIndisponibles when the key of its epoch is not in memory
     */
    public Optional<CleEnregistrement> cle(long id, Row ligne) {
        if (ligne.getInteger("epoque") == null) {
            LOG.errorf("enregistrement %d : son secret n'existe plus", id);
            return Optional.empty();
        }
        try {
            return Optional.of(scellement.cle(
                    id, ligne.getInteger("epoque"), ligne.getBuffer("enveloppe").getBytes()));
        } catch (ValeurAlteree alteree) {
            // Noted where it was found; whoever asked goes on without this record.
            return Optional.empty();
        }
    }

    /** Of these records those whose secret is gone. */
    public List<Long> sansSecret(SqlConnection connexion, Collection<Long> ids) {
        var sans = new ArrayList<Long>();
        connexion
                .preparedQuery("select u.id from unnest($1::bigint[]) as u(id)"
                        + " where not exists (select from secret s where s.enregistrement = u.id)")
                .executeAndAwait(Tuple.of((Object) ids.toArray(Long[]::new)))
                .forEach(ligne -> sans.add(ligne.getLong("id")));
        return sans;
    }
}
