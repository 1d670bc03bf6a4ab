package fr.gouv.apprentissage.bal.ingestion.depot;

import fr.gouv.apprentissage.bal.scellement.ValeurAlteree;
import java.io.InputStream;

/** A file that was handed in, opened piece by piece. */
public final class FluxDeDepot extends InputStream {

    private final DepotStore store;
    private final Depot depot;
    private byte[] morceau = new byte[0];
    private int place;
    private int rang;
    private long lus;

    /** @param depot a whole file */
    public FluxDeDepot(DepotStore store, Depot depot) {
        this.store = store;
        this.depot = depot;
    }

    @Override
    public int read() {
        return avance() ? morceau[place++] & 0xff : -1;
    }

    @Override
    public int read(byte[] octets, int debut, int longueur) {
        if (longueur == 0) {
            return 0;
        }
        if (!avance()) {
            return -1;
        }
        var combien = Math.min(longueur, morceau.length - place);
        System.arraycopy(morceau, place, octets, debut, combien);
        place += combien;
        return combien;
    }

    private boolean avance() {
        if (place < morceau.length) {
            return true;
        }
        var suivant = store.ouvre(depot.id(), rang);
        suivant.ifPresent(octets -> {
            morceau = octets;
            place = 0;
            rang++;
            lus += octets.length;
        });
        if (suivant.isEmpty() && lus != depot.octets()) {
            throw new ValeurAlteree("des morceaux d'un fichier manquent");
        }
        return suivant.isPresent();
    }
}
