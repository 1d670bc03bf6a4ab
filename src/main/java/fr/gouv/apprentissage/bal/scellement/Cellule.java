package fr.gouv.apprentissage.bal.scellement;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What a column of a record holds: a sealed value, a clear one (never personal) as PostgreSQL writes it in text, or nothing. With it go the
 * blind indexes by which the value is found.
 *
 * @param scelle stored format of a sealed value, else null
 * @param clair text of a clear value, else null
 * @param index blind indexes of the value; not known for a cell that was read from its table
 */
public record Cellule(byte[] scelle, String clair, List<Empreinte> index) {

    /** Nothing. */
    public static final Cellule VIDE = new Cellule(null, null, List.of());

    public Cellule {
        index = List.copyOf(index);
    }

    /** A clear value; null is nothing. */
    public static Cellule claire(String texte) {
        return texte == null ? VIDE : new Cellule(null, texte, List.of());
    }

    /** A sealed value; null is nothing. */
    public static Cellule scellee(byte[] stocke) {
        return stocke == null ? VIDE : new Cellule(stocke, null, List.of());
    }

    /** Whether it holds nothing. */
    public boolean vide() {
        return scelle == null && clair == null;
    }

    /** Whether it holds a sealed value that is truncated or of an unknown format, so that nothing can be said of what it was. */
    public boolean alteree() {
        return scelle != null && !FormatV1.lisible(scelle);
    }

    /** Whether both hold one value; sealed ones are compared by their digests. A damaged one is like no other, so that what comes in replaces it. */
    public boolean memeQue(Cellule autre, Scellement scellement) {
        if (scelle == null || autre.scelle == null) {
            return scelle == autre.scelle && Objects.equals(clair, autre.clair);
        }
        if (alteree() || autre.alteree()) {
            return Arrays.equals(scelle, autre.scelle);
        }
        return scellement.memeValeur(scelle, autre.scelle);
    }

    /** Nothing of a value shows in a log. */
    @Override
    public String toString() {
        return "Cellule[…]";
    }
}
