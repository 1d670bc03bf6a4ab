package fr.gouv.apprentissage.bal.embarque.simulateur;

import fr.gouv.apprentissage.bal.embarque.generateur.Extrait;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** The faults that a simulator is told to have; the first rule that fits holds. */
public final class Pannes {

    private record Regle(Predicate<Demande> quand, Panne panne) {}

    private final List<Regle> regles = new CopyOnWriteArrayList<>();

    /**
     * This fault for that page at that try.
     *
     * @param page from 1
     * @param essai from 1
     */
    public void programme(Extrait extrait, LocalDate jour, int page, int essai, Panne panne) {
        programme(
                d -> d.extrait() == extrait && d.debut().equals(jour) && d.page() == page && d.essai() == essai, panne);
    }

    /** This fault whenever the request is such. */
    public void programme(Predicate<Demande> quand, Panne panne) {
        regles.add(new Regle(quand, panne));
    }

    /** No fault any more. */
    public void efface() {
        regles.clear();
    }

    Optional<Panne> pour(Demande demande) {
        return regles.stream()
                .filter(r -> r.quand().test(demande))
                .map(Regle::panne)
                .findFirst();
    }
}
