package fr.gouv.apprentissage.bal.rotation.index;

import fr.gouv.apprentissage.bal.ingestion.EtatExecution;
import fr.gouv.apprentissage.bal.rotation.PreuveSignee;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Table {@code rotation_index}, within the caller's transaction. */
final class RotationIndexStore {

    private static final String OUVERTE = "etat in ('EN_ATTENTE', 'EN_COURS')";

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

    void attends(SqlConnection connexion, long id, String motif) {
        execute(
                connexion,
                "update rotation_index set etat = 'EN_ATTENTE', motif = $2 where id = $1 and " + OUVERTE
                        + " and (etat, motif) is distinct from ('EN_ATTENTE', $2)",
                Tuple.of(id, motif));
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

    void commence(SqlConnection connexion, long id, OffsetDateTime le) {
        execute(
                connexion,
                "update rotation_index set etat = 'EN_COURS', motif = null, commencee_le = $2, apres = 0, faits = 0,"
                        + " illisibles = 0, total = (select count(*) from identite) where id = $1",
                Tuple.of(id, le));
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

    void termine(
            SqlConnection connexion,
            long id,
            EtatExecution etat,
            Optional<String> motif,
            PreuveSignee preuve,
            OffsetDateTime le) {
        execute(
                connexion,
                "update rotation_index set etat = $2, motif = $3, terminee_le = $4, preuve = $5, cle = $6,"
                        + " signature = $7 where id = $1",
                Tuple.tuple()
                        .addLong(id)
                        .addString(etat.name())
                        .addString(motif.orElse(null))
                        .addOffsetDateTime(le)
                        .addString(preuve.texte())
                        .addString(preuve.cle())
                        .addValue(Buffer.buffer(preuve.signature())));
    }

    void retiree(SqlConnection connexion, long id, OffsetDateTime le) {
        execute(
                connexion,
                "update rotation_index set retiree_le = coalesce(retiree_le, $2) where id = $1",
                Tuple.of(id, le));
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
                Optional.ofNullable(ligne.getString("preuve"))
                        .map(texte -> new PreuveSignee(
                                texte,
                                ligne.getString("cle"),
                                ligne.getBuffer("signature").getBytes())));
    }
}
