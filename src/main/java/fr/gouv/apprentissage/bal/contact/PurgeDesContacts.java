package fr.gouv.apprentissage.bal.contact;

import fr.gouv.apprentissage.bal.scellement.Lieu;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.StreamSupport;

/** Takes away contacts that may no longer be trusted, with their secret and all that stands of them anywhere. */
final class PurgeDesContacts {

    private static final long VERROU = 0x42414c_434f4eL;
    // Rows that somebody writes are left to a later round: waiting for them while holding others could be waited for in
    // turn. One that is trusted
    // longer by the time it is locked is no longer found.
    private static final String EFFACE = "with finis as (select enregistrement from contact where expire_le < $1"
            + " order by expire_le limit $2 for update skip locked)"
            + " delete from contact where enregistrement = any(array(select enregistrement from finis)) returning enregistrement";

    private final Pool pool;
    private final List<Lieu> lieux;
    private final Clock horloge;
    private final int lot;

    /**
     * @param lieux every place where something of a record stands
     * @param lot contacts of one transaction, 1 or more
     */
    PurgeDesContacts(Pool pool, Collection<Lieu> lieux, Clock horloge, int lot) {
        this.pool = pool;
        this.lieux = List.copyOf(lieux);
        this.horloge = horloge;
        this.lot = lot;
    }

    /** A lot; how many went, 0 when there is none left or another process is at it. */
    Uni<Integer> lot() {
        return pool.withTransaction(connexion -> connexion
                .preparedQuery("select pg_try_advisory_xact_lock($1)")
                .execute(Tuple.of(VERROU))
                .flatMap(pris -> pris.iterator().next().getBoolean(0)
                        ? efface(connexion)
                        : Uni.createFrom().item(0)));
    }

    private Uni<Integer> efface(SqlConnection connexion) {
        return connexion
                .preparedQuery(EFFACE)
                .execute(Tuple.of(LocalDate.now(horloge.withZone(ContactStore.PARIS)), lot))
                .map(lignes -> StreamSupport.stream(lignes.spliterator(), false)
                        .map(ligne -> ligne.getLong(0))
                        .toList())
                .flatMap(ids -> ids.isEmpty() ? Uni.createFrom().item(0) : oublie(connexion, ids));
    }

    private Uni<Integer> oublie(SqlConnection connexion, List<Long> ids) {
        return Multi.createFrom()
                .iterable(lieux)
                .onItem()
                .transformToUniAndConcatenate(lieu -> lieu.efface(connexion, ids))
                .collect()
                .asList()
                .map(faits -> ids.size());
    }
}
