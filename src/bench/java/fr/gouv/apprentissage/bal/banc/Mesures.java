package fr.gouv.apprentissage.bal.banc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** {@link Cpu} for a request of each variant, in rounds: they take turns, and who begins changes. */
final class Mesures {

    private static final double NANOS_PAR_MICRO = 1_000;

    private final List<double[]> tours = new ArrayList<>();

    /** One more round of so many requests each. */
    void tour(Generateur generateur, String jeton, int requetes) {
        var variantes = Variante.values();
        var microsecondes = new double[variantes.length];
        for (int i = 0; i < variantes.length; i++) {
            var variante = variantes[(i + tours.size()) % variantes.length];
            var debut = Cpu.nanosecondes();
            generateur.envoie(requetes, variante.requete(jeton));
            microsecondes[variante.ordinal()] = (Cpu.nanosecondes() - debut) / NANOS_PAR_MICRO / requetes;
        }
        tours.add(microsecondes);
        System.out.printf(
                Locale.ROOT, "  %.0f / %.0f / %.0f µs%n", microsecondes[0], microsecondes[1], microsecondes[2]);
    }

    /** Microseconds for a request. */
    double mediane(Variante variante) {
        return mediane(tour -> tour[variante.ordinal()]);
    }

    /** CPU of this one for each of ours: more than 1 where ours is cheaper. */
    double rapport(Variante variante) {
        return mediane(tour -> tour[variante.ordinal()] / tour[Variante.NOUS.ordinal()]);
    }

    private double mediane(ToDoubleFunction<double[]> mesure) {
        return tours.stream().mapToDouble(mesure).sorted().toArray()[tours.size() / 2];
    }
}
