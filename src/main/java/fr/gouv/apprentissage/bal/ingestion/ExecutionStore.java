package fr.gouv.apprentissage.bal.ingestion;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tables {@code execution} and {@code curseur}. */
final class ExecutionStore {

    private static final String LECTURE = "select e.*, array(select motif || '=' || nombre from execution_signalement"
            + " where execution = e.id) as signalements,"
            + " (select coalesce(sum(p.lus), 0)::bigint from ingestion_page p where p.execution = e.id) as en_lecture,"
            // What a part has written stays, also where it is never read to its end.
            + " (select coalesce(sum(p.crees), 0)::bigint from execution_part p"
            + " where p.execution = e.id and p.terminee_le is null) as crees_en_lecture,"
            + " (select coalesce(sum(p.modifies), 0)::bigint from execution_part p"
            + " where p.execution = e.id and p.terminee_le is null) as modifies_en_lecture,"
            + " (select coalesce(jsonb_agg(jsonb_build_object('motif', s.motif, 'lignes', s.lignes) order by s.motif), '[]')"
            + " from execution_signalement s where s.execution = e.id and s.lignes <> '{}') as lignes,"
            + " (select coalesce(jsonb_agg(jsonb_build_object('champ', d.champ, 'nature', d.nature, 'nombre', d.nombre,"
            + " 'formes', d.formes) order by d.champ, d.nature), '[]') from execution_derive d"
            + " where d.execution = e.id) as derives"
            + " from execution e";

    private final Pool pool;
    private final Clock horloge;

    ExecutionStore(Pool pool, Clock horloge) {
        this.pool = pool;
        this.horloge = horloge;
    }

    /** The last day whose rows are merged. */
    Optional<LocalDate> curseur(String connecteur) {
        var lignes = pool.preparedQuery("select jour from curseur where connecteur = $1")
                .executeAndAwait(Tuple.of(connecteur))
                .iterator();
        return lignes.hasNext() ? Optional.of(lignes.next().getLocalDate("jour")) : Optional.empty();
    }

    /** Asks for a run that goes on from the cursor; the one that is asked for already is it. */
    Execution planifie(String connecteur) {
        return planifie(pool, connecteur);
    }

    /** The same within a transaction. */
    Execution planifie(SqlClient client, String connecteur) {
        client.preparedQuery("insert into execution (connecteur, etat, relecture, demandee_le)"
                        + " values ($1, 'EN_ATTENTE', false, $2) on conflict do nothing")
                .executeAndAwait(Tuple.of(connecteur, maintenant()));
        return derniere(
                        client,
                        "where connecteur = $1 and not relecture order by id desc limit 1",
                        Tuple.of(connecteur))
                .orElseThrow();
    }

    /** Asks for a run that reads a period again. */
    Execution demande(String connecteur, LocalDate du, LocalDate au) {
        var id = pool.preparedQuery("insert into execution (connecteur, etat, relecture, demandee_le, du, au)"
                        + " values ($1, 'EN_ATTENTE', true, $2, $3, $4) returning id")
                .executeAndAwait(Tuple.of(connecteur, maintenant(), du, au))
                .iterator()
                .next()
                .getLong("id");
        return derniere("where id = $1", Tuple.of(id)).orElseThrow();
    }

    /** The run to do first: the scheduled one, which whoever reads years again lets pass; then one that had started, then the oldest. */
    Optional<Execution> suivante(String connecteur) {
        return derniere(
                "where connecteur = $1 and etat in ('EN_ATTENTE', 'EN_COURS')"
                        + " order by relecture, commence_le is null, id limit 1",
                Tuple.of(connecteur));
    }

    /** Whether a run that goes on from the cursor waits. */
    boolean planifieeAttend(String connecteur) {
        return pool.preparedQuery("select from execution where connecteur = $1 and not relecture"
                                + " and etat in ('EN_ATTENTE', 'EN_COURS')")
                        .executeAndAwait(Tuple.of(connecteur))
                        .size()
                > 0;
    }

    /** Whether somebody asked for the end of this run. */
    boolean annulation(long id) {
        return pool.preparedQuery("select from execution where id = $1 and annulation")
                        .executeAndAwait(Tuple.of(id))
                        .size()
                > 0;
    }

    /**
     * Starts, or goes on: the period is settled by the first start.
     *
     * @throws Annulation when somebody ended it meanwhile
     */
    Execution commence(SqlClient client, long id, LocalDate du, LocalDate au) {
        var commencees = client.preparedQuery("update execution set etat = 'EN_COURS', erreur = null,"
                        + " commence_le = coalesce(commence_le, $2), du = coalesce(du, $3), au = coalesce(au, $4)"
                        + " where id = $1 and etat in ('EN_ATTENTE', 'EN_COURS') and not annulation")
                .executeAndAwait(Tuple.of(id, maintenant(), du, au))
                .rowCount();
        if (commencees == 0) {
            throw new Annulation();
        }
        return derniere(client, "where id = $1", Tuple.of(id)).orElseThrow();
    }

    /** A day was merged. The cursor only moves on by the day that follows it: a period that is read again moves nothing. */
    void avance(SqlClient client, String connecteur, long id, LocalDate jour, Bilan bilan) {
        compte(client, id, bilan);
        client.preparedQuery("update execution set jour = $2 where id = $1").executeAndAwait(Tuple.of(id, jour));
        client.preparedQuery("insert into curseur as c (connecteur, jour)"
                        + " select connecteur, $2 from execution where id = $3 and connecteur = $1 and not relecture"
                        + " on conflict (connecteur) do update set jour = excluded.jour where c.jour < excluded.jour")
                .executeAndAwait(Tuple.of(connecteur, jour, id));
    }

    /** Adds what was done to the counts of a run. */
    void compte(SqlClient client, long id, Bilan bilan) {
        client.preparedQuery("update execution set lus = lus + $2, crees = crees + $3, modifies = modifies + $4,"
                        + " inchanges = inchanges + $5, rejetes = rejetes + $6 where id = $1")
                .executeAndAwait(Tuple.tuple(
                        List.of(id, bilan.lus(), bilan.crees(), bilan.modifies(), bilan.inchanges(), bilan.rejetes())));
        var motifs = List.copyOf(bilan.signalements().keySet());
        client.preparedQuery("insert into execution_signalement as s (execution, motif, nombre)"
                        + " select $1, u.* from unnest($2::text[], $3::bigint[]) u"
                        + " on conflict (execution, motif) do update set nombre = s.nombre + excluded.nombre")
                .executeAndAwait(Tuple.of(
                        id,
                        motifs.toArray(String[]::new),
                        motifs.stream().map(bilan.signalements()::get).toArray(Long[]::new)));
    }

    /** Tells where rows with a doubt stand that the run has counted already. */
    void situe(SqlClient client, long id, Map<String, List<String>> lignes) {
        lignes.forEach((motif, siennes) -> client.preparedQuery(
                        "update execution_signalement set lignes = (lignes || $3::text[])[1:$4]"
                                + " where execution = $1 and motif = $2")
                .executeAndAwait(Tuple.of(id, motif, siennes.toArray(String[]::new), LignesSignalees.MONTREES)));
    }

    /** Ends a run; false when it was over already. */
    boolean termine(SqlClient client, long id, EtatExecution etat, String erreur) {
        return client.preparedQuery("update execution set etat = $2, erreur = $3, termine_le = $4"
                                + " where id = $1 and etat in ('EN_ATTENTE', 'EN_COURS')")
                        .executeAndAwait(Tuple.of(id, etat.name(), erreur, maintenant()))
                        .rowCount()
                == 1;
    }

    /** Stops a run that goes on later. */
    void suspend(SqlClient client, long id, String erreur) {
        client.preparedQuery("update execution set etat = 'EN_ATTENTE', erreur = $2"
                        + " where id = $1 and etat in ('EN_ATTENTE', 'EN_COURS')")
                .executeAndAwait(Tuple.of(id, erreur));
    }

    /** Notes that somebody asked for the end of a run; gives it, held until the end of the caller's transaction. */
    Execution demandeLaFin(SqlClient client, long id) {
        client.preparedQuery("update execution set annulation = true where id = $1"
                        + " and etat in ('EN_ATTENTE', 'EN_COURS')")
                .executeAndAwait(Tuple.of(id));
        return derniere(client, "where id = $1", Tuple.of(id)).orElseThrow();
    }

    /** A run by its id. */
    Optional<Execution> une(long id) {
        return derniere("where id = $1", Tuple.of(id));
    }

    EtatExecution etat(long id) {
        return derniere("where id = $1", Tuple.of(id)).orElseThrow().etat();
    }

    /** The newest runs first. */
    List<Execution> dernieres(String connecteur, int nombre) {
        var executions = new ArrayList<Execution>();
        pool.preparedQuery(LECTURE + " where connecteur = $1 order by id desc limit $2")
                .executeAndAwait(Tuple.of(connecteur, nombre))
                .forEach(ligne -> executions.add(execution(ligne)));
        return executions;
    }

    private Optional<Execution> derniere(String condition, Tuple parametres) {
        return derniere(pool, condition, parametres);
    }

    private static Optional<Execution> derniere(SqlClient client, String condition, Tuple parametres) {
        var lignes = client.preparedQuery(LECTURE + " " + condition)
                .executeAndAwait(parametres)
                .iterator();
        return lignes.hasNext() ? Optional.of(execution(lignes.next())) : Optional.empty();
    }

    private static Execution execution(Row ligne) {
        return new Execution(
                ligne.getLong("id"),
                ligne.getString("connecteur"),
                EtatExecution.valueOf(ligne.getString("etat")),
                ligne.getBoolean("relecture"),
                ligne.getOffsetDateTime("commence_le"),
                ligne.getOffsetDateTime("termine_le"),
                ligne.getLocalDate("du"),
                ligne.getLocalDate("au"),
                ligne.getLocalDate("jour"),
                new Bilan(
                        ligne.getLong("lus") + ligne.getLong("en_lecture"),
                        ligne.getLong("crees") + ligne.getLong("crees_en_lecture"),
                        ligne.getLong("modifies") + ligne.getLong("modifies_en_lecture"),
                        ligne.getLong("inchanges"),
                        ligne.getLong("rejetes"),
                        signalements(ligne.getArrayOfStrings("signalements"))),
                lignes(ligne.getJsonArray("lignes")),
                DeriveStore.lis(ligne.getJsonArray("derives")),
                ligne.getString("erreur"));
    }

    private static List<LignesSignalees> lignes(JsonArray json) {
        return json.stream()
                .map(JsonObject.class::cast)
                .map(une -> new LignesSignalees(
                        une.getString("motif"),
                        une.getJsonArray("lignes").stream()
                                .map(String.class::cast)
                                .toList()))
                .toList();
    }

    private static Map<String, Long> signalements(String[] textes) {
        var signalements = new TreeMap<String, Long>();
        for (var texte : textes) {
            var egal = texte.lastIndexOf('=');
            signalements.put(texte.substring(0, egal), Long.valueOf(texte.substring(egal + 1)));
        }
        return signalements;
    }

    private OffsetDateTime maintenant() {
        return OffsetDateTime.now(horloge);
    }
}
