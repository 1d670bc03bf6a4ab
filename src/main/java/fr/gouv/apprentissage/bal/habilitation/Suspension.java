package fr.gouv.apprentissage.bal.habilitation;

import fr.gouv.apprentissage.bal.declaration.Catalogue;
import fr.gouv.apprentissage.bal.declaration.ChampDeclare;
import fr.gouv.apprentissage.bal.declaration.Classe;
import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of a client's rights is suspended until it is resumed. Suspended rights are as if they were not there.
 *
 * @param totale all of it
 * @param classes classes of personal data of which nothing may be read
 * @param coordonnees the coordinates of these classes
 */
public record Suspension(boolean totale, Set<Classe> classes, Set<Coordonnee> coordonnees) {

    /** Nothing is. */
    public static final Suspension AUCUNE = new Suspension(false, Set.of(), Set.of());

    /** The suspension of these classes, and of all if {@code totale}. */
    public static Suspension de(Catalogue catalogue, boolean totale, Set<Classe> classes) {
        return new Suspension(
                totale,
                classes,
                catalogue.tous().stream()
                        .filter(champ ->
                                champ.classe().filter(classes::contains).isPresent())
                        .map(ChampDeclare::coordonnee)
                        .collect(Collectors.toSet()));
    }

    public Suspension {
        classes = Set.copyOf(classes);
        coordonnees = Set.copyOf(coordonnees);
    }
}
