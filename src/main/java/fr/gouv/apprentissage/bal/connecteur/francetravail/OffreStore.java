package fr.gouv.apprentissage.bal.connecteur.francetravail;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The dates of offers. Readings are numbered by the database: what a process writes that slept and has been overtaken changes nothing, whatever its
 * clock says, so that this needs no lease.
 */
final class OffreStore {

    private static final String ECRIS =
            """
            insert into offre as o (id, siret, departement, nature_contrat, date_creation, date_actualisation,
                premiere_vue, derniere_vue, lecture)
            select id, siret, $1, nature, creation, actualisation, $2, $2, $3
            from unnest($4::text[], $5::text[], $6::text[], $7::timestamptz[], $8::timestamptz[])
                as lues (id, siret, nature, creation, actualisation)
            on conflict (id) do update set siret = excluded.siret, departement = excluded.departement,
                nature_contrat = excluded.nature_contrat, date_creation = excluded.date_creation,
                date_actualisation = excluded.date_actualisation,
                derniere_vue = greatest(o.derniere_vue, excluded.derniere_vue),
                disparue_le = null, lecture = excluded.lecture
            where o.lecture <= excluded.lecture
            """;

    private static final String REVOIS =
            """
            update offre set derniere_vue = greatest(derniere_vue, $2), disparue_le = null, lecture = $3
            where id = any($1::text[]) and lecture <= $3
            """;

    private static final String DISPARAISSENT =
            """
            update offre set disparue_le = $3 where departement = $1 and lecture < $2 and disparue_le is null
            """;

    private static final String PURGE =
            """
            delete from offre
            where coalesce(disparue_le, date '9999-12-31') < $1
                or coalesce(disparue_le, date '9999-12-31') = date '9999-12-31' and derniere_vue < $2
            """;

    private final Pool pool;

    /** @param pool the role that serves */
    OffreStore(Pool pool) {
        this.pool = pool;
    }

    /** The number of a reading that begins. */
    long commence() {
        return pool.query("select nextval('offre_lecture_seq')")
                .executeAndAwait()
                .iterator()
                .next()
                .getLong(0);
    }

    /** These were seen, and what they say replaces what was known of them. */
    void ecris(long lecture, String departement, Instant vuesLe, List<Offre> offres) {
        if (offres.isEmpty()) {
            return;
        }
        // One order for all: two readings that write the same offers wait for each other, and never both.
        var triees = offres.stream().sorted(Comparator.comparing(Offre::id)).toList();
        pool.preparedQuery(ECRIS)
                .executeAndAwait(Tuple.from(List.of(
                        departement,
                        date(vuesLe),
                        lecture,
                        triees.stream().map(Offre::id).toArray(String[]::new),
                        textes(triees, Offre::siret),
                        textes(triees, Offre::nature),
                        dates(triees, Offre::creation),
                        dates(triees, Offre::actualisation))));
    }

    /** These were seen, but not whole: they stand, and nothing else is known. */
    void revois(long lecture, Instant vuesLe, List<String> ids) {
        if (!ids.isEmpty()) {
            pool.preparedQuery(REVOIS)
                    .executeAndAwait(Tuple.of(ids.stream().sorted().toArray(String[]::new), date(vuesLe), lecture));
        }
    }

    /** This whole reading did not find them any more. */
    int disparaissent(long lecture, String departement, LocalDate jour) {
        return pool.preparedQuery(DISPARAISSENT)
                .executeAndAwait(Tuple.of(departement, lecture, jour))
                .rowCount();
    }

    /** Forgets what went, or was seen last, before these. */
    int purge(LocalDate disparues, Instant vues) {
        return pool.preparedQuery(PURGE)
                .executeAndAwait(Tuple.of(disparues, date(vues)))
                .rowCount();
    }

    private static String[] textes(List<Offre> offres, Function<Offre, Optional<String>> champ) {
        return offres.stream().map(une -> champ.apply(une).orElse(null)).toArray(String[]::new);
    }

    private static OffsetDateTime[] dates(List<Offre> offres, Function<Offre, Optional<Instant>> champ) {
        return offres.stream()
                .map(une -> champ.apply(une).map(OffreStore::date).orElse(null))
                .toArray(OffsetDateTime[]::new);
    }

    private static OffsetDateTime date(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
