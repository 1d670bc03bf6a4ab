package fr.gouv.apprentissage.bal.connecteur.francetravail;

import com.fasterxml.jackson.databind.JsonNode;
import fr.gouv.apprentissage.bal.ingestion.ConnecteurDeFaits.LigneDeFait;
import java.util.Optional;

/**
 * A row of a page.
 *
 * @param cle what tells it from others: the offer's id; a digest of the row where it has none
 * @param offre what is kept; empty when the row does not say which offer it is
 * @param entiere whether the row was read to its end: only then what it does not say is empty
 * @param ligne what it says of contacts, and what must be told of it
 * @param forme what it looks like, without a value; missing when the row was not read to its end
 */
record OffreLue(String cle, Optional<Offre> offre, boolean entiere, LigneDeFait ligne, JsonNode forme) {

    /** Nothing of a row shows in a log. */
    @Override
    public String toString() {
        return "OffreLue[…]";
    }
}
