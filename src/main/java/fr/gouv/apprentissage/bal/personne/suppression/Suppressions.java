package fr.gouv.apprentissage.bal.personne.suppression;

import fr.gouv.apprentissage.bal.scellement.Marque;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Marks of erased persons that are in force, and whether rows are of one of them. Pure. */
public final class Suppressions {

    private final Map<Marque.Cle, List<Marque>> enVigueur;

    Suppressions(List<Marque> enVigueur) {
        this.enVigueur = enVigueur.stream().collect(Collectors.groupingBy(Marque::cle));
    }

    /**
     * Whether these marks, of all that is known of one record, are of an erased person: one of them is theirs, and none contradicts it in sexe
     * or département of birth. A homonym of whom neither is known is taken for the person.
     */
    public boolean designent(Collection<Marque> marques) {
        return marques.stream()
                .anyMatch(marque -> de(marque).stream().anyMatch(mienne -> sansContradiction(mienne, marques)));
    }

    /** The same, and nothing that another extract could still say would contradict it. */
    public boolean designentAssurement(Collection<Marque> marques) {
        return marques.stream().anyMatch(marque -> de(marque).stream()
                .anyMatch(mienne -> mienne.tranche(marque) && sansContradiction(mienne, marques)));
    }

    private List<Marque> de(Marque marque) {
        return enVigueur.getOrDefault(marque.cle(), List.of());
    }

    private static boolean sansContradiction(Marque mienne, Collection<Marque> marques) {
        return marques.stream()
                .filter(autre -> autre.cle().equals(mienne.cle()))
                .noneMatch(mienne::contredit);
    }
}
