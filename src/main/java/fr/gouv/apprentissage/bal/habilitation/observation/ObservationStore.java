package fr.gouv.apprentissage.bal.habilitation.observation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The operations that were met and the rights that served, in their tables. Rows are written in one order, so that replicas wait and never block each other. */
public final class ObservationStore {

    private static final String OPERATIONS =
            """
            insert into operation_observee as o (client, finalite, empreinte, texte, besoins, premiere_vue, derniere_vue, nombre)
            select client, finalite, decode(empreinte, 'hex'), texte, string_to_array(besoins, ','), vue, vue, nombre
            from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::bigint[])
                as t (client, finalite, empreinte, texte, besoins, vue, nombre)
            order by client, finalite, empreinte
            on conflict (client, finalite, empreinte) do update set
                besoins = array(select distinct b from unnest(o.besoins || excluded.besoins) b order by b),
                derniere_vue = greatest(o.derniere_vue, excluded.derniere_vue),
                nombre = o.nombre + excluded.nombre""";
    private static final String USAGES =
            """
            insert into habilitation_usage as u (habilitation, coordonnee, dernier_jour)
            select * from unnest($1::text[], $2::text[], $3::date[]) as t (habilitation, coordonnee, jour)
            order by habilitation, coordonnee
            on conflict (habilitation, coordonnee) do update set dernier_jour = excluded.dernier_jour
            where u.dernier_jour < excluded.dernier_jour""";
    private static final String DE_TROP =
            """
            delete from operation_observee o using (
                select client, finalite, empreinte, row_number() over (partition by client order by derniere_vue desc, empreinte) as rang
                from operation_observee where client = any ($1)) r
            where r.rang > $2 and (o.client, o.finalite, o.empreinte) = (r.client, r.finalite, r.empreinte)""";
    private static final String LECTURE =
            """
            select client, finalite, encode(empreinte, 'hex') as empreinte, texte, besoins, derniere_vue
            from operation_observee where client = any ($1) and derniere_vue >= $2 order by derniere_vue desc, empreinte""";

    private final Pool pool;

    /** @param pool of the role that serves */
    public ObservationStore(Pool pool) {
        this.pool = pool;
    }

    /** Writes all of it or nothing. */
    Uni<Void> ecris(List<Releve> releves) {
        return pool.withTransaction(
                connexion -> operations(connexion, releves).chain(() -> usages(connexion, releves)));
    }

    /** Keeps of each of these clients its last operations alone, so that one that never sends the same twice fills no table. */
    Uni<Void> borne(Collection<String> clients, int gardees) {
        return pool.preparedQuery(DE_TROP)
                .execute(Tuple.of(clients.toArray(String[]::new), gardees))
                .replaceWithVoid();
    }

    /**
     * Deletes what is too old; again, it changes nothing.
     *
     * @param operations those last met before
     * @param usages rights that last served before this day
     */
    Uni<Void> oublie(Instant operations, LocalDate usages) {
        return pool.preparedQuery("delete from operation_observee where derniere_vue < $1")
                .execute(Tuple.of(utc(operations)))
                .chain(() -> pool.preparedQuery("delete from habilitation_usage where dernier_jour < $1")
                        .execute(Tuple.of(usages)))
                .replaceWithVoid();
    }

    /** What these clients sent since then, the last met first. */
    public Uni<List<OperationObservee>> operations(Collection<String> clients, Instant depuis) {
        return pool.preparedQuery(LECTURE)
                .execute(Tuple.of(clients.toArray(String[]::new), utc(depuis)))
                .map(lignes -> StreamSupport.stream(lignes.spliterator(), false)
                        .map(ObservationStore::operation)
                        .toList());
    }

    private static Uni<Void> operations(SqlConnection connexion, List<Releve> releves) {
        return connexion
                .preparedQuery(OPERATIONS)
                .execute(Tuple.tuple()
                        .addArrayOfString(textes(releves, OperationVue::client))
                        .addArrayOfString(textes(releves, OperationVue::finalite))
                        .addArrayOfString(textes(releves, OperationVue::empreinte))
                        .addArrayOfString(textes(releves, OperationVue::texte))
                        .addArrayOfString(textes(releves, ObservationStore::besoins))
                        .addArrayOfOffsetDateTime(releves.stream()
                                .map(releve -> utc(releve.derniere()))
                                .toArray(OffsetDateTime[]::new))
                        .addArrayOfLong(releves.stream().map(Releve::fois).toArray(Long[]::new)))
                .replaceWithVoid();
    }

    private static Uni<Void> usages(SqlConnection connexion, List<Releve> releves) {
        var jours = new HashMap<UsageDeDroit, LocalDate>();
        for (var releve : releves) {
            releve.operation()
                    .usages()
                    .forEach(usage -> jours.merge(usage, releve.jour(), (un, autre) -> un.isAfter(autre) ? un : autre));
        }
        if (jours.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var usages = List.copyOf(jours.keySet());
        return connexion
                .preparedQuery(USAGES)
                .execute(Tuple.of(
                        usages.stream().map(UsageDeDroit::habilitation).toArray(String[]::new),
                        usages.stream()
                                .map(usage -> usage.coordonnee().toString())
                                .toArray(String[]::new),
                        usages.stream().map(jours::get).toArray(LocalDate[]::new)))
                .replaceWithVoid();
    }

    private static String[] textes(List<Releve> releves, Function<OperationVue, String> texte) {
        return releves.stream().map(Releve::operation).map(texte).toArray(String[]::new);
    }

    private static String besoins(OperationVue vue) {
        return vue.besoins().stream().sorted().map(DroitDemande::toString).collect(Collectors.joining(","));
    }

    private static OperationObservee operation(Row ligne) {
        return new OperationObservee(
                ligne.getString("client"),
                ligne.getString("finalite"),
                ligne.getString("empreinte"),
                ligne.getString("texte"),
                Arrays.stream(ligne.getArrayOfStrings("besoins"))
                        .map(DroitDemande::lis)
                        .collect(Collectors.toCollection(TreeSet::new)),
                ligne.getOffsetDateTime("derniere_vue").toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
