package fr.gouv.apprentissage.bal.scellement;

import fr.gouv.apprentissage.bal.declaration.Classe;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table where sealed values stand. What it does waits: never on an event loop. A test fails when a column of octets belongs to none and is
 * not known to hold no sealed value.
 */
public interface LieuScelle extends Lieu {

    /** Its columns that hold sealed values. */
    Set<String> colonnes();

    /** How many values it holds, by class and version. Within a snapshot of the caller's. */
    List<Compte> compte(SqlConnection connexion);

    /**
     * Seals again, within the caller's transaction, the values of one class that stand under another version than its current one; nothing
     * else of a row changes. Rows are locked, so that what another process writes comes before or after; those that another has locked are left
     * out rather than waited for, and found by a later pass.
     *
     * @param apres position after which to go on; empty: from the first row
     * @param lignes how many rows at most, more than zero
     * @throws ClesIndisponibles when keys are away: nothing of the batch may be committed
     */
    Lot rescelle(SqlConnection connexion, Rescellement rescellement, Optional<String> apres, int lignes);

    /**
     * Values of one class under one version.
     *
     * @param classe the class; empty when the field that they are of is not declared
     * @param version version of its key; 0 when the format is unknown
     * @param valeurs how many
     */
    record Compte(Optional<Classe> classe, long version, long valeurs) {}

    /**
     * What became of a batch.
     *
     * @param position of its last row; empty: there is no row left
     * @param lignes rows that were locked
     * @param valeurs values that were sealed again
     * @param illisibles records of which a value does not open, once for each value
     */
    record Lot(Optional<String> position, int lignes, long valeurs, List<Long> illisibles) {

        public Lot {
            illisibles = List.copyOf(illisibles);
        }
    }
}
