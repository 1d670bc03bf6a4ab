package fr.gouv.apprentissage.bal.connecteur.opco;

import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.referentiel.Opco;
import fr.gouv.apprentissage.bal.referentiel.Opcos;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What directories said, kept for a while. */
final class OpcoStore {

    /**
     * What one said.
     *
     * @param opco {@code INCONNU} where it knows of none
     */
    record Dit(Siret siret, Opco opco, String source, Instant vuLe, Instant expireLe) {}

    private final Pool pool;

    OpcoStore(Pool pool) {
        this.pool = pool;
    }

    /** Of these establishments, those of which something is known that has not ended. */
    Map<Siret, Opco> connus(Collection<Siret> sirets, Instant maintenant) {
        var connus = new HashMap<Siret, Opco>();
        pool.preparedQuery("select siret, opco from opco_d_entreprise where siret = any($1) and expire_le > $2")
                .executeAndAwait(Tuple.of(
                        sirets.stream().map(Siret::valeur).toArray(String[]::new), maintenant.atOffset(ZoneOffset.UTC)))
                .forEach(ligne -> Opcos.deCode(ligne.getString("opco"))
                        .ifPresent(opco -> connus.put(new Siret(ligne.getString("siret")), opco)));
        return connus;
    }

    /** The newer holds, whoever writes first. */
    void ecris(List<Dit> dits) {
        if (dits.isEmpty()) {
            return;
        }
        pool.preparedQuery("insert into opco_d_entreprise as o (siret, opco, source, vu_le, expire_le)"
                        + " select * from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[])"
                        + " on conflict (siret) do update set opco = excluded.opco, source = excluded.source,"
                        + " vu_le = excluded.vu_le, expire_le = excluded.expire_le where o.vu_le <= excluded.vu_le")
                .executeAndAwait(Tuple.of(
                        dits.stream().map(dit -> dit.siret().valeur()).toArray(String[]::new),
                        dits.stream().map(dit -> dit.opco().code()).toArray(String[]::new),
                        dits.stream().map(Dit::source).toArray(String[]::new),
                        dits.stream()
                                .map(dit -> dit.vuLe().atOffset(ZoneOffset.UTC))
                                .toArray(java.time.OffsetDateTime[]::new),
                        dits.stream()
                                .map(dit -> dit.expireLe().atOffset(ZoneOffset.UTC))
                                .toArray(java.time.OffsetDateTime[]::new)));
    }

    /** Takes off what has ended. */
    void purge(Instant maintenant) {
        pool.preparedQuery("delete from opco_d_entreprise where expire_le <= $1")
                .executeAndAwait(Tuple.of(maintenant.atOffset(ZoneOffset.UTC)));
    }
}
