package fr.gouv.apprentissage.bal.embarque.simulateur;

import fr.gouv.apprentissage.bal.embarque.generateur.OffreGeneree;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * One search, as far as it could be understood.
 *
 * @param departement empty: everywhere
 * @param natures empty: all
 * @param de first moment of creation
 * @param a last moment of creation
 * @param domaine first letter of the ROME code
 * @param debut position of the first offer, from 0
 * @param fin position of the last
 * @param essai how many times this very page was asked for, this time included
 */
public record DemandeOffres(
        Optional<String> departement,
        Set<String> natures,
        Optional<Instant> de,
        Optional<Instant> a,
        Optional<String> domaine,
        int debut,
        int fin,
        int essai) {

    public DemandeOffres {
        natures = Set.copyOf(natures);
    }

    DemandeOffres essai(int combien) {
        return new DemandeOffres(departement, natures, de, a, domaine, debut, fin, combien);
    }

    boolean trouve(OffreGeneree offre) {
        return departement.filter(un -> !un.equals(offre.departement())).isEmpty()
                && (natures.isEmpty() || natures.contains(offre.nature()))
                && de.filter(offre.creation()::isBefore).isEmpty()
                && a.filter(offre.creation()::isAfter).isEmpty()
                && domaine.filter(un -> !offre.rome().startsWith(un)).isEmpty();
    }
}
