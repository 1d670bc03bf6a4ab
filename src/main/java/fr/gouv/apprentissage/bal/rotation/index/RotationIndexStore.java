package fr.gouv.apprentissage.bal.rotation.index;

import static fr.gouv.apprentissage.bal.rotation.SuiviDeTravaux.OUVERTE;

import fr.gouv.apprentissage.bal.ingestion.EtatExecution;
import fr.gouv.apprentissage.bal.rotation.SuiviDeTravaux;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Table {@code rotation_index}, within the caller's transaction. */
final class RotationIndexStore {

    private final SuiviDeTravaux suivi = new SuiviDeTravaux("rotation_index");

    /** What it has in common with other jobs. */
    SuiviDeTravaux suivi() {
        return suivi;
    }

    void demande(SqlConnection connexion, int generation, OffsetDateTime le) {
        execute(
                connexion,
                "insert into rotation_index (generation, etat, demandee_le) values ($1, 'EN_ATTENTE', $2)"
                        + " on conflict do nothing",
                Tuple.of(generation, le));
    }

    /** The job that is not over. */
    Optional<Travail> ouvert(SqlConnection connexion) {
        return travaux(connexion, "where " + OUVERTE, Tuple.tuple()).stream().findFirst();
    }

    /** The newest first. */
    List<Travail> tous(SqlConnection connexion, int nombre) {
        return travaux(connexion, "order by id desc limit $1", Tuple.of(nombre));
    }

    /** Locks a job; empty when another process is at it. */
    Optional<Travail> tiens(SqlConnection connexion, long id) {
        return travaux(connexion, "where id = $1 for update skip locked", Tuple.of(id)).stream()
                .findFirst();
    }

    /** A job that has ended and retired nothing is to go again, from the beginning. */
    void reprends(SqlConnection connexion, long id) {
        execute(
                connexion,
                "update rotation_index set etat = 'EN_ATTENTE', motif = null, commencee_le = null, terminee_le = null,"
                        + " apres = 0, faits = 0, illisibles = 0 where id = $1 and etat in ('TERMINEE', 'ECHOUEE')"
                        + " and retiree_le is null",
                Tuple.of(id));
    }

    void commence(SqlConnection connexion, long id, long total, OffsetDateTime le) {
        execute(
                connexion,
                "update rotation_index set etat = 'EN_COURS', motif = null, commencee_le = $2, apres = 0, faits = 0,"
                        + " illisibles = 0, total = $3 where id = $1",
                Tuple.of(id, le, total));
    }

    /** A batch is done: in its own transaction, so that one which was killed never was. */
    void avance(SqlConnection connexion, long id, long apres, int faits, int illisibles) {
        execute(
                connexion,
                "update rotation_index set etat = 'EN_COURS', motif = null, apres = $2, faits = faits + $3,"
                        + " illisibles = illisibles + $4 where id = $1",
                Tuple.of(id, apres, (long) faits, (long) illisibles));
    }

    /** Another pass through all records. */
    void recommence(SqlConnection connexion, long id) {
        execute(
                connexion,
                "update rotation_index set apres = 0, faits = 0, illisibles = 0 where id = $1",
                Tuple.of(id));
    }

    void purgee(SqlConnection connexion, long id, OffsetDateTime le) {
        execute(connexion, "update rotation_index set purgee_le = $2 where id = $1", Tuple.of(id, le));
    }

    private static void execute(SqlConnection connexion, String sql, Tuple parametres) {
        connexion.preparedQuery(sql).executeAndAwait(parametres);
    }

    private static List<Travail> travaux(SqlConnection connexion, String lesquels, Tuple parametres) {
        var travaux = new ArrayList<Travail>();
        connexion
                .preparedQuery("select * from rotation_index " + lesquels)
                .executeAndAwait(parametres)
                .forEach(ligne -> travaux.add(travail(ligne)));
        return travaux;
    }

    private static Travail travail(Row ligne) {
        return new Travail(
                ligne.getLong("id"),
                ligne.getInteger("generation"),
                EtatExecution.valueOf(ligne.getString("etat")),
                Optional.ofNullable(ligne.getString("motif")),
                ligne.getLong("apres"),
                ligne.getLong("total"),
                ligne.getLong("faits"),
                ligne.getLong("illisibles"),
                ligne.getOffsetDateTime("demandee_le"),
                Optional.ofNullable(ligne.getOffsetDateTime("commencee_le")),
                Optional.ofNullable(ligne.getOffsetDateTime("terminee_le")),
                Optional.ofNullable(ligne.getOffsetDateTime("retiree_le")),
                Optional.ofNullable(ligne.getOffsetDateTime("purgee_le")),
                SuiviDeTravaux.preuve(ligne));
    }
}
