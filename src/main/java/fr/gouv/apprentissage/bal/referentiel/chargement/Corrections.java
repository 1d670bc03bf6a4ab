package fr.gouv.apprentissage.bal.referentiel.chargement;

import fr.gouv.apprentissage.bal.identifiant.IdentifiantInvalide;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** The values of one row, and what had to be corrected in them. */
final class Corrections {

    private final List<String> raisons = new ArrayList<>();

    List<String> raisons() {
        return raisons;
    }

    /** An identifier in its canonical form, null when absent; a bad one throws, for the row cannot do without it. */
    String identifiant(String brut, Function<String, String> lecture) {
        if (brut.isEmpty()) {
            return null;
        }
        var valeur = lecture.apply(brut);
        if (!valeur.equals(brut)) {
            raisons.add("écriture corrigée d'un identifiant");
        }
        return valeur;
    }

    /** As {@link #identifiant}, but a bad one is dropped. */
    String facultatif(String brut, Function<String, String> lecture) {
        try {
            return identifiant(brut, lecture);
        } catch (IdentifiantInvalide e) {
            raisons.add("valeur écartée : " + e.getMessage());
            return null;
        }
    }

    /** A code of a list, null when absent; one that the list has not is dropped. */
    String connu(String brut, Predicate<String> liste, String nom) {
        if (brut.isEmpty()) {
            return null;
        }
        if (liste.test(brut)) {
            return brut;
        }
        raisons.add("valeur écartée : " + nom + " inconnu");
        return null;
    }

    void ajoute(String raison) {
        raisons.add(raison);
    }
}
