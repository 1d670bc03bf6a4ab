package fr.gouv.apprentissage.bal.passerelle.plan;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.habilitation.Acces;
import java.util.Comparator;

/** A right that an operation needs to be answered in full. Ordered by coordinate, then access. */
public record Besoin(Coordonnee coordonnee, Acces acces) implements Comparable<Besoin> {

    private static final Comparator<Besoin> ORDRE =
            Comparator.comparing(Besoin::coordonnee).thenComparing(Besoin::acces);

    @Override
    public int compareTo(Besoin autre) {
        return ORDRE.compare(this, autre);
    }
}
