package fr.gouv.apprentissage.bal.passerelle.oracle;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;

/**
 * What an operation must answer.
 *
 * @param refus why it is refused whole: the answer says some of these, and one for each coordinate; empty: it is answered
 * @param donnees values of the root fields
 * @param erreurs errors beside the data
 * @param journal the entry that it leaves
 */
record Attendu(Set<Faute> refus, Map<String, Object> donnees, Set<Faute> erreurs, Optional<Entree> journal) {

    /**
     * An error.
     *
     * @param sujet coordinate, or argument
     * @param lignes rows, where they are counted; else 0
     */
    record Faute(String code, String sujet, String motif, int lignes, List<Object> chemin) {}

    /** Where an id stands. */
    record Identifiant(String type, long interne) {}

    /** Where a cursor stands, after this row. */
    record Curseur(long ligne) {}

    /**
     * An entry of the journal.
     *
     * @param personnes how many persons the answer holds
     */
    record Entree(
            SortedSet<String> coordonnees,
            SortedSet<String> habilitations,
            SortedSet<String> recherches,
            SortedSet<UUID> sujets,
            int personnes) {}

    static Attendu refuse(Set<Faute> refus) {
        return new Attendu(refus, Map.of(), Set.of(), Optional.empty());
    }
}
