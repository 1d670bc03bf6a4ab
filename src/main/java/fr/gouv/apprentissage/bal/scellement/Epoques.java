package fr.gouv.apprentissage.bal.scellement;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/**
 * The steps of an epoch's life, each within the caller's transaction, which holds a lock on the epoch's row. They block: never on an event loop.
 * Which is due when, {@code rotation.epoque} decides.
 */
@Singleton
public final class Epoques {

    private final KeyHolder detenteur;
    private final GardienDesEpoques gardien;
    private final Trousseau trousseau;

    Epoques(KeyHolder detenteur, GardienDesEpoques gardien, Trousseau trousseau) {
        this.detenteur = detenteur;
        this.gardien = gardien;
        this.trousseau = trousseau;
    }

    /** Why epochs are neither opened nor destroyed by this process, in French; empty when they are. */
    public Optional<String> empechement() {
        return gardien.empechement();
    }

    /**
     * The epoch under which this process puts secrets now, its key being in memory.
     *
     * @throws ClesIndisponibles when it has none
     */
    public int courante() {
        var maintenant = trousseau.maintenant();
        var cle = trousseau.epoques().courante(maintenant);
        cle.moteurs(maintenant);
        return cle.version();
    }

    /** Reads the tables of keys now, instead of within {@link Trousseau#RELECTURE}. */
    public void relis() {
        trousseau.ouvre();
    }

    /**
     * Writes the next epoch, its key wrapped under a version of the master key of its own, and makes its partition.
     *
     * @param derniere the newest epoch, whose row the caller has locked
     * @param avance until it is used: long enough for every replica to know it, a minute at least
     * @return its number
     * @throws ClesIndisponibles when the holder is out of reach
     * @throws ClesRefusees when the holder will not, or nobody here has the right
     */
    public int annonce(SqlConnection connexion, int derniere, Duration avance) {
        var precedente = enveloppe(connexion, derniere);
        gardien.rendsPlusRecenteQue(precedente);
        var enveloppe = detenteur.nouvelle(CleMaitresse.SECRETS);
        if (gardien.version(enveloppe) <= gardien.version(precedente)) {
            throw new ClesRefusees(CleMaitresse.SECRETS.nom()
                    + " : le détenteur enveloppe encore sous la version de l'époque précédente");
        }
        execute(connexion, "select epoque_prepare($1)", Tuple.of(derniere + 1));
        execute(
                connexion,
                "insert into epoque (numero, enveloppe, ouverte_le)"
                        + " values ($1, $2, clock_timestamp() + $3 * interval '1 millisecond')",
                Tuple.of(derniere + 1, Buffer.buffer(enveloppe), avance.toMillis()));
        return derniere + 1;
    }

    /** No secret comes under this epoch from now on; a later one must be open. */
    public void ferme(SqlConnection connexion, int numero) {
        execute(connexion, "select epoque_ferme($1)", Tuple.of(numero));
    }

    /** Drops what stands under a closed epoch, if every record there stands in a later one too; gives how many do not. */
    public long vide(SqlConnection connexion, int numero) {
        return execute(connexion, "select epoque_vide($1)", Tuple.of(numero))
                .iterator()
                .next()
                .getLong(0);
    }

    /** An emptied epoch is served no longer: its wrapped key goes. Backups still have it, and it opens until {@link #efface}. */
    public void detruis(SqlConnection connexion, int numero) {
        execute(
                connexion,
                "update epoque set enveloppe = '', detruite_le = clock_timestamp()"
                        + " where numero = $1 and videe_le is not null and detruite_le is null"
                        + " and not exists (select from secret s where s.epoque = $1)",
                Tuple.of(numero));
    }

    /**
     * What the holder has for destroyed epochs goes, for good: from now on no backup of their time opens.
     *
     * @throws ClesIndisponibles when the holder is out of reach
     * @throws ClesRefusees when the holder will not, or nobody here has the right
     */
    public void efface(SqlConnection connexion) {
        var gardee = execute(
                        connexion,
                        "select enveloppe from epoque where detruite_le is null order by numero limit 1",
                        Tuple.tuple())
                .iterator()
                .next();
        gardien.detruisAvant(gardee.getBuffer(0).getBytes());
        execute(
                connexion,
                "update epoque set effacee_le = clock_timestamp() where detruite_le is not null and effacee_le is null",
                Tuple.tuple());
    }

    private static byte[] enveloppe(SqlConnection connexion, int numero) {
        return execute(connexion, "select enveloppe from epoque where numero = $1", Tuple.of(numero))
                .iterator()
                .next()
                .getBuffer(0)
                .getBytes();
    }

    private static RowSet<Row> execute(SqlConnection connexion, String sql, Tuple valeurs) {
        return connexion.preparedQuery(sql).executeAndAwait(valeurs);
    }
}
