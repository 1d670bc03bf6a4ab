package fr.gouv.apprentissage.bal.ingestion.depot;

import fr.gouv.apprentissage.bal.scellement.CleEnregistrement;
import java.util.Arrays;

/** A file while it comes in: what has come is sealed piece by piece, no more than one of them is ever in memory. Not for several threads at once. */
public final class DepotEnCours {

    private final DepotStore store;
    private final CleEnregistrement cle;
    private final byte[] tampon = new byte[Morceau.TAILLE];
    private int place;
    private int rang;
    private long octets;

    DepotEnCours(DepotStore store, CleEnregistrement cle) {
        this.store = store;
        this.cle = cle;
    }

    /** The next bytes. Blocks when a piece is full. */
    public void prends(byte[] suite) {
        var debut = 0;
        while (debut < suite.length) {
            var combien = Math.min(suite.length - debut, tampon.length - place);
            System.arraycopy(suite, debut, tampon, place, combien);
            debut += combien;
            place += combien;
            if (place == tampon.length) {
                vide();
            }
        }
        octets += suite.length;
    }

    /** How many bytes have come. */
    public long octets() {
        return octets;
    }

    /** It is whole: from now on a run reads it. */
    public void termine() {
        vide();
        store.termine(cle.enregistrement(), octets);
    }

    /** It will never be whole: nothing of it stays. */
    public void abandonne() {
        Arrays.fill(tampon, (byte) 0);
        store.abandonne(cle.enregistrement());
    }

    private void vide() {
        if (place > 0) {
            store.ajoute(cle, new Morceau(rang, Arrays.copyOf(tampon, place)));
            rang++;
            place = 0;
            Arrays.fill(tampon, (byte) 0);
        }
    }
}
