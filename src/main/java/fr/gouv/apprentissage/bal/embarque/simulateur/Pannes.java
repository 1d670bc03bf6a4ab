package fr.gouv.apprentissage.bal.embarque.simulateur;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * The faults that a simulator is told to have; the first rule that fits holds.
 *
 * @param <D> a request as the simulator understands it
 */
public class Pannes<D> {

    private record Regle<D>(Predicate<D> quand, Panne panne) {}

    private final List<Regle<D>> regles = new CopyOnWriteArrayList<>();

    Pannes() {}

    /** This fault whenever the request is such. */
    public void programme(Predicate<D> quand, Panne panne) {
        regles.add(new Regle<>(quand, panne));
    }

    /** No fault any more. */
    public void efface() {
        regles.clear();
    }

    Optional<Panne> pour(D demande) {
        return regles.stream()
                .filter(r -> r.quand().test(demande))
                .map(Regle::panne)
                .findFirst();
    }
}
