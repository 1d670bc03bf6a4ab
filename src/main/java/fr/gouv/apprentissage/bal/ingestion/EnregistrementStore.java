package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.scellement.CleEnregistrement;
import fr.gouv.apprentissage.bal.scellement.IndexAveugles.Generation;
import fr.gouv.apprentissage.bal.scellement.Scellement;
import fr.gouv.apprentissage.bal.scellement.ValeurAlteree;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Finds records by their natural key, with their secret, and reserves what new ones need. */
final class EnregistrementStore {

    private static final Logger LOG = Logger.getLogger(EnregistrementStore.class);

    private final Scellement scellement;

    EnregistrementStore(Scellement scellement) {
        this.scellement = scellement;
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
            var cle = parId.computeIfAbsent(id, inconnu -> cle(id, ligne));
            var empreinte = ByteBuffer.wrap(ligne.getBuffer("empreinte").getBytes());
            cle.ifPresentOrElse(trouvee -> trouves.connus().put(empreinte, trouvee), () -> trouves.perdus()
                    .add(empreinte));
        }
        return trouves;
    }

    /** The secrets of these records; one that is gone or does not unwrap is not there. */
    Map<Long, CleEnregistrement> secrets(SqlConnection connexion, Collection<Long> ids) {
        var secrets = new HashMap<Long, CleEnregistrement>();
        connexion
                .preparedQuery("select distinct on (enregistrement) enregistrement, epoque, enveloppe from secret"
                        + " where enregistrement = any($1) order by enregistrement, epoque desc")
                .executeAndAwait(Tuple.of((Object) ids.toArray(Long[]::new)))
                .forEach(ligne -> cle(ligne.getLong("enregistrement"), ligne)
                        .ifPresent(cle -> secrets.put(cle.enregistrement(), cle)));
        return secrets;
    }

    private Optional<CleEnregistrement> cle(long id, Row ligne) {
        if (ligne.getInteger("epoque") == null) {
            LOG.errorf("enregistrement %d : son secret n'existe plus", id);
            return Optional.empty();
        }
        try {
            return Optional.of(scellement.cle(
                    id, ligne.getInteger("epoque"), ligne.getBuffer("enveloppe").getBytes()));
        } catch (ValeurAlteree alteree) {
            // Noted where it was found; the day goes on without this record.
            return Optional.empty();
        }
    }

    /** So many fresh ids, each with a fresh secret, not written yet. */
    List<CleEnregistrement> reserve(SqlConnection connexion, int nombre) {
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
    void garde(SqlConnection connexion, Collection<CleEnregistrement> cles) {
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

    /** Of these records those whose secret is gone. */
    List<Long> sansSecret(SqlConnection connexion, Collection<Long> ids) {
        var sans = new ArrayList<Long>();
        connexion
                .preparedQuery("select u.id from unnest($1::bigint[]) as u(id)"
                        + " where not exists (select from secret s where s.enregistrement = u.id)")
                .executeAndAwait(Tuple.of((Object) ids.toArray(Long[]::new)))
                .forEach(ligne -> sans.add(ligne.getLong("id")));
        return sans;
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
