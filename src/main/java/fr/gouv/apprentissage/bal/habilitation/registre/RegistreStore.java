package fr.gouv.apprentissage.bal.habilitation.registre;

import fr.gouv.apprentissage.bal.declaration.Catalogue;
import fr.gouv.apprentissage.bal.declaration.Classe;
import fr.gouv.apprentissage.bal.habilitation.ClientHabilite;
import fr.gouv.apprentissage.bal.habilitation.Octroi;
import fr.gouv.apprentissage.bal.habilitation.Registre;
import fr.gouv.apprentissage.bal.habilitation.Suspension;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the register from its tables, and moves its revision. */
final class RegistreStore {

    /** On this channel every process hears that the revision moved. */
    static final String CANAL = "bal_habilitation";

    private static final String CLIENTS =
            """
            select c.id, c.nom, c.finalite,
              array(select coalesce(s.classe, '') from client_suspension s where s.client = c.id and s.reprise_le is null) as suspensions
            from client_habilite c where c.fermee_le is null""";
    private static final String OCTROIS =
            """
            select h.*, r.motif as motif_revocation
            from habilitation h left join habilitation_revoquee r using (id)
            where h.fermee_le is null and h.ouverte_le is not null order by h.id collate "C" """;
    private static final String DROITS =
            """
            select d.* from habilitation_droit d join habilitation h on h.numero = d.habilitation where h.fermee_le is null""";

    private final Pool pool;
    private final Catalogue catalogue;

    RegistreStore(Pool pool, Catalogue catalogue) {
        this.pool = pool;
        this.catalogue = catalogue;
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

    /** The register as this transaction sees it. */
    Uni<Registre> registre(SqlConnection connexion) {
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

    private Registre assemble(long revision, RowSet<Row> clients, RowSet<Row> octrois, RowSet<Row> droits) {
        var parHabilitation = StreamSupport.stream(droits.spliterator(), false)
                .collect(Collectors.groupingBy(ligne -> ligne.getLong("habilitation")));
        Map<String, ClientHabilite> parId = StreamSupport.stream(clients.spliterator(), false)
                .map(ligne -> LigneDeRegistre.client(ligne, suspension(ligne)))
                .collect(Collectors.toMap(ClientHabilite::id, Function.identity()));
        var connus = StreamSupport.stream(octrois.spliterator(), false)
                .filter(ligne -> parId.containsKey(ligne.getString("client")))
                .map(ligne -> LigneDeRegistre.octroi(
                        ligne, Optional.ofNullable(parHabilitation.get(ligne.getLong("numero")))))
                .toList();
        return new Registre(revision, parId, connus);
    }

    private Suspension suspension(Row ligne) {
        var suspendues = Set.of(ligne.getArrayOfStrings("suspensions"));
        var classes = suspendues.stream()
                .filter(classe -> !classe.isEmpty())
                .map(Classe::valueOf)
                .collect(Collectors.toSet());
        return Suspension.de(catalogue, suspendues.contains(""), classes);
    }

    /**
     * What waits for a second person.
     *
     * @param par who proposed
     */
    record Proposition(Octroi octroi, String par) {}

    /** What is proposed under an id. */
    Uni<Optional<Proposition>> proposition(SqlConnection connexion, String id) {
        return connexion
                .preparedQuery("select h.*, null::text as motif_revocation from habilitation h"
                        + " where h.id = $1 and h.fermee_le is null and h.ouverte_le is null")
                .execute(Tuple.of(id))
                .chain(lignes -> lignes.rowCount() == 0
                        ? Uni.createFrom().item(Optional.empty())
                        : proposition(connexion, lignes.iterator().next()).map(Optional::of));
    }

    private static Uni<Proposition> proposition(SqlConnection connexion, Row ligne) {
        return connexion
                .preparedQuery("select * from habilitation_droit where habilitation = $1")
                .execute(Tuple.of(ligne.getLong("numero")))
                .map(droits -> new Proposition(
                        LigneDeRegistre.octroi(
                                ligne,
                                Optional.of(StreamSupport.stream(droits.spliterator(), false)
                                        .toList())),
                        ligne.getString("proposee_par")));
    }

    /** All that waits for a second person, in the order of the ids. */
    Uni<List<Proposition>> propositions(SqlConnection connexion) {
        return connexion
                .query("select h.*, null::text as motif_revocation from habilitation h"
                        + " where h.fermee_le is null and h.ouverte_le is null order by h.id collate \"C\"")
                .execute()
                .chain(lignes -> Multi.createFrom()
                        .iterable(lignes)
                        .onItem()
                        .transformToUniAndConcatenate(ligne -> proposition(connexion, ligne))
                        .collect()
                        .asList());
    }

    /** An id that begins so and was never used. */
    Uni<String> idLibre(SqlConnection connexion, String debut) {
        return connexion
                .preparedQuery("select id from habilitation where starts_with(id, $1)"
                        + " union select id from habilitation_revoquee where starts_with(id, $1)")
                .execute(Tuple.of(debut))
                .map(lignes -> {
                    var pris = StreamSupport.stream(lignes.spliterator(), false)
                            .map(ligne -> ligne.getString(0))
                            .collect(Collectors.toSet());
                    return Stream.iterate(1, n -> n + 1)
                            .map(n -> n == 1 ? debut : debut + "-" + n)
                            .filter(id -> !pris.contains(id))
                            .findFirst()
                            .orElseThrow();
                });
    }

    /**
     * Revokes an habilitation, for ever; what was proposed under its id is dropped.
     *
     * @return whether it was not revoked before
     */
    static Uni<Boolean> revoque(SqlConnection connexion, String id, String motif, String par) {
        return connexion
                .preparedQuery("insert into habilitation_revoquee (id, motif, par) values ($1, $2, $3)"
                        + " on conflict (id) do nothing")
                .execute(Tuple.of(id, motif, par))
                .chain(lignes -> lignes.rowCount() == 0
                        ? Uni.createFrom().item(false)
                        : OuvertureStore.retire(connexion, id, par, motif)
                                .chain(() -> avance(connexion))
                                .replaceWith(true));
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
