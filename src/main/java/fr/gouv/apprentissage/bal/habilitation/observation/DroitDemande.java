package fr.gouv.apprentissage.bal.habilitation.observation;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.habilitation.Acces;
import java.util.Comparator;

/** A right that an operation needs. Ordered by coordinate, then access; written {@code Personne.nom}, or {@code Personne.nom FILTRER} where it is not LIRE. */
public record DroitDemande(Coordonnee coordonnee, Acces acces) implements Comparable<DroitDemande> {

    private static final Comparator<DroitDemande> ORDRE =
            Comparator.comparing(DroitDemande::coordonnee).thenComparing(DroitDemande::acces);

    /**
     * Reads what {@link #toString()} writes.
     *
     * @throws IllegalArgumentException when it is not such a text
     */
    public static DroitDemande lis(String texte) {
        var blanc = texte.indexOf(' ');
        return blanc < 0
                ? new DroitDemande(Coordonnee.lis(texte), Acces.LIRE)
                : new DroitDemande(
                        Coordonnee.lis(texte.substring(0, blanc)), Acces.valueOf(texte.substring(blanc + 1)));
    }

    @Override
    public int compareTo(DroitDemande autre) {
        return ORDRE.compare(this, autre);
    }

    @Override
    public String toString() {
        return acces == Acces.LIRE ? coordonnee.toString() : coordonnee + " " + acces;
    }
}
