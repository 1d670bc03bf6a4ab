package fr.gouv.apprentissage.bal.rotation;

import fr.gouv.apprentissage.bal.ingestion.EtatExecution;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.Optional;

/** What the tables of jobs have in common: why one waits, how it ended, its proof. Within the caller's transaction. */
public final class SuiviDeTravaux {

    /** Of a job that is not over. */
    public static final String OUVERTE = "etat in ('EN_ATTENTE', 'EN_COURS')";

    private final String table;

    /** @param table name of the jobs' table */
    public SuiviDeTravaux(String table) {
        this.table = table;
    }

    /** Says why a job waits. */
    public void attends(SqlConnection connexion, long id, String motif) {
        change(
                connexion,
                "etat = 'EN_ATTENTE', motif = $2 where id = $1 and " + OUVERTE
                        + " and (etat, motif) is distinct from ('EN_ATTENTE', $2)",
                Tuple.of(id, motif));
    }

    /** A job has ended, with its proof. */
    public void termine(
            SqlConnection connexion,
            long id,
            EtatExecution etat,
            Optional<String> motif,
            PreuveSignee preuve,
            OffsetDateTime le) {
        change(
                connexion,
                "etat = $2, motif = $3, terminee_le = $4, preuve = $5, cle = $6, signature = $7 where id = $1",
                Tuple.tuple()
                        .addLong(id)
                        .addString(etat.name())
                        .addString(motif.orElse(null))
                        .addOffsetDateTime(le)
                        .addString(preuve.texte())
                        .addString(preuve.cle())
                        .addValue(Buffer.buffer(preuve.signature())));
    }

    /** What was there before was retired on a job's proof; the first time holds. */
    public void retiree(SqlConnection connexion, long id, OffsetDateTime le) {
        change(connexion, "retiree_le = coalesce(retiree_le, $2) where id = $1", Tuple.of(id, le));
    }

    /** The proof that a job's row holds, once it has ended. */
    public static Optional<PreuveSignee> preuve(Row ligne) {
        return Optional.ofNullable(ligne.getString("preuve"))
                .map(texte -> new PreuveSignee(
                        texte,
                        ligne.getString("cle"),
                        ligne.getBuffer("signature").getBytes()));
    }

    private void change(SqlConnection connexion, String quoi, Tuple parametres) {
        connexion.preparedQuery("update " + table + " set " + quoi).executeAndAwait(parametres);
    }
}
