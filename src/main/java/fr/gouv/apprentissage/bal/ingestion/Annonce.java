package fr.gouv.apprentissage.bal.ingestion;

import java.util.OptionalLong;

/**
 * What a page says of the whole to which it belongs.
 *
 * @param pages how many there are, at least 1
 * @param lignes how many rows they have together; empty where the source does not say
 */
record Annonce(int pages, OptionalLong lignes) {

    /** Whether both can be of one whole. Where they cannot, it changed between the two: a row may have gone from one page to another that was read before. */
    boolean contredit(Annonce autre) {
        return pages != autre.pages || lignes.isPresent() && autre.lignes.isPresent() && !lignes.equals(autre.lignes);
    }
}
