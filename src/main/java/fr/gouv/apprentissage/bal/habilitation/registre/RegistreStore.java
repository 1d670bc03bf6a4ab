package fr.gouv.apprentissage.bal.habilitation.registre;

import fr.gouv.apprentissage.bal.habilitation.ClientHabilite;
import fr.gouv.apprentissage.bal.habilitation.Registre;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads the register from its tables, and moves its revision. */
final class RegistreStore {

    /** On this channel every process hears that the revision moved. */
    static final String CANAL = "bal_habilitation";

    private static final String CLIENTS =
            """
            select id, nom, finalite from client_habilite where fermee_le is null""";
    private static final String OCTROIS =
            """
            select h.*, r.motif as motif_revocation
            from habilitation h left join habilitation_revoquee r using (id)
            where h.fermee_le is null order by h.id collate "C" """;
    private static final String DROITS =
            """
            select d.* from habilitation_droit d join habilitation h on h.numero = d.habilitation where h.fermee_le is null""";

    private final Pool pool;

    RegistreStore(Pool pool) {
        this.pool = pool;
    }

    /** The revision alone: cheap. */
    Uni<Long> revision() {
        return pool.query("select revision from habilitation_revision")
                .execute()
                .map(lignes -> lignes.iterator().next().getLong(0));
    }

    /** The whole register, all of it at one revision. */
    Uni<Registre> lis() {
        return pool.withTransaction(connexion -> connexion
                .query("set transaction isolation level repeatable read, read only")
                .execute()
                .chain(() -> registre(connexion)));
    }

    private static Uni<Registre> registre(SqlConnection connexion) {
        return connexion
                .query("select revision from habilitation_revision")
                .execute()
                .chain(revision -> connexion
                        .query(CLIENTS)
                        .execute()
                        .chain(clients -> connexion.query(OCTROIS).execute().chain(octrois -> connexion
                                .query(DROITS)
                                .execute()
                                .map(droits ->
                                        assemble(revision.iterator().next().getLong(0), clients, octrois, droits)))));
    }

    private static Registre assemble(long revision, RowSet<Row> clients, RowSet<Row> octrois, RowSet<Row> droits) {
        var parHabilitation = StreamSupport.stream(droits.spliterator(), false)
                .collect(Collectors.groupingBy(ligne -> ligne.getLong("habilitation")));
        Map<String, ClientHabilite> parId = StreamSupport.stream(clients.spliterator(), false)
                .map(LigneDeRegistre::client)
                .collect(Collectors.toMap(ClientHabilite::id, Function.identity()));
        var connus = StreamSupport.stream(octrois.spliterator(), false)
                .filter(ligne -> parId.containsKey(ligne.getString("client")))
                .map(ligne -> LigneDeRegistre.octroi(
                        ligne, Optional.ofNullable(parHabilitation.get(ligne.getLong("numero")))))
                .toList();
        return new Registre(revision, parId, connus);
    }

    /**
     * Revokes an habilitation, for ever.
     *
     * @return whether it was not revoked before
     */
    Uni<Boolean> revoque(String id, String motif, String par) {
        return pool.withTransaction(connexion -> connexion
                .preparedQuery("insert into habilitation_revoquee (id, motif, par) values ($1, $2, $3)"
                        + " on conflict (id) do nothing")
                .execute(Tuple.of(id, motif, par))
                .chain(lignes -> lignes.rowCount() == 0
                        ? Uni.createFrom().item(false)
                        : avance(connexion).replaceWith(true)));
    }

    /**
     * Moves the revision, as the last thing before the commit: the lock keeps the journal out until then, so that no entry is taken for the old
     * revision once the new one can be seen.
     */
    static Uni<Void> avance(SqlConnection connexion) {
        return connexion
                .query("select pg_advisory_xact_lock(hashtext('bal.habilitation.revision'))")
                .execute()
                .chain(() -> connexion
                        .query("update habilitation_revision set revision = revision + 1")
                        .execute())
                .chain(() ->
                        connexion.query("select pg_notify('" + CANAL + "', '')").execute())
                .replaceWithVoid();
    }
}
