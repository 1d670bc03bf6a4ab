package fr.gouv.apprentissage.bal.personne;

import fr.gouv.apprentissage.bal.identifiant.Courriel;
import fr.gouv.apprentissage.bal.identifiant.Telephone;

/** A legal guardian, as far as known: either part may be null. */
public record RepresentantLegal(Courriel courriel, Telephone telephone) {

    /** Nothing of it shows in a log. */
    @Override
    public String toString() {
        return "RepresentantLegal[…]";
    }
}
