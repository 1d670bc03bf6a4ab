package fr.gouv.apprentissage.bal.passerelle.execution;

import fr.gouv.apprentissage.bal.passerelle.plan.Disposition;
import fr.gouv.apprentissage.bal.passerelle.plan.DroitsDeLigne;
import fr.gouv.apprentissage.bal.passerelle.plan.Plan;
import io.vertx.sqlclient.Row;
import java.util.BitSet;
import java.util.UUID;

/**
 * A row as it was read: a contract, or what one record states of a person.
 *
 * @param row columns
 * @param disposition where they stand
 * @param droits what is granted on it
 */
record Ligne(Row row, Disposition disposition, DroitsDeLigne droits) {

    private static final int BITS_PAR_COLONNE = 62;

    static Ligne de(Row row, Disposition disposition, Plan plan) {
        return new Ligne(row, disposition, plan.droitsDeLignes().de(couverture(row, disposition, plan)));
    }

    long enregistrement() {
        return row.getLong(0);
    }

    UUID jeton() {
        return row.getUUID(1);
    }

    long parent() {
        return row.getLong(disposition.parent());
    }

    Long personne() {
        return row.getLong(disposition.personne());
    }

    private static BitSet couverture(Row row, Disposition disposition, Plan plan) {
        var bits = new BitSet();
        var perimetres = plan.droits().etendues().size();
        for (int debut = 0, colonne = disposition.couverture();
                debut < perimetres;
                debut += BITS_PAR_COLONNE, colonne++) {
            var mot = row.getLong(colonne);
            for (int bit = 0; mot != 0; bit++, mot >>>= 1) {
                if ((mot & 1) != 0) {
                    bits.set(debut + bit);
                }
            }
        }
        return bits;
    }
}
