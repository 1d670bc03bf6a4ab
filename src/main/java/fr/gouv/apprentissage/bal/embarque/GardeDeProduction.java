package fr.gouv.apprentissage.bal.embarque;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Decides, before anything starts, whether the embedded parts run, and refuses them outside dev, demo and test: a pure
 * function of the profiles and the configuration.
 */
final class GardeDeProduction {

    private static final Set<String> PROFILS_EMBARQUES = Set.of("dev", "demo");
    private static final Set<String> PROFILS_LIBRES = Set.of("dev", "demo", "test");

    private final Collection<String> profils;
    private final Lecture lecture;

    GardeDeProduction(Collection<String> profils, Function<String, Optional<String>> lecture) {
        this.profils = List.copyOf(profils);
        this.lecture = new Lecture(lecture);
    }

    /** Whether the embedded parts are to be started: only dev and demo, and no database is configured. */
    boolean embarque() {
        return !profils.isEmpty()
                && PROFILS_EMBARQUES.containsAll(profils)
                && List.of(Cles.JDBC, Cles.REACTIF, Cles.JOURNAL, Cles.LECTURE_JOURNAL).stream()
                        .noneMatch(lecture::configuree);
    }

    /** Everything that forbids this start, in French, at once; empty when it may go on. Never the value of a key. */
    List<String> fautes() {
        if (!profils.isEmpty() && PROFILS_LIBRES.containsAll(profils)) {
            return fautesDesPartiesEmbarquees();
        }
        var fautes = new ArrayList<String>();
        if (profils.stream().anyMatch(PROFILS_LIBRES::contains)) {
            fautes.add("quarkus.profile : dev, demo et test ne se mêlent à aucun autre profil");
        }
        fautes.addAll(Exigences.manques(lecture));
        fautes.addAll(Restes.trouves(lecture));
        return List.copyOf(fautes);
    }

    private List<String> fautesDesPartiesEmbarquees() {
        return embarque()
                        && lecture.valeur(Cles.HOTE)
                                .filter(h -> !Lecture.locale(h))
                                .isPresent()
                ? List.of(Cles.HOTE + " : les parties embarquées n'écoutent que sur la boucle locale (127.0.0.1)")
                : List.of();
    }
}
