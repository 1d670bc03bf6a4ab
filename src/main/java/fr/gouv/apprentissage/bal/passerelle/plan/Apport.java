package fr.gouv.apprentissage.bal.passerelle.plan;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What rows of one coverage disclose at one node: the same for each of them, so it is found once.
 *
 * @param coordonnees that are shown
 * @param habilitations by which they are, and by which the rows are visible
 */
public record Apport(SortedSet<String> coordonnees, SortedSet<String> habilitations) {

    public Apport {
        coordonnees = Collections.unmodifiableSortedSet(new TreeSet<>(coordonnees));
        habilitations = Collections.unmodifiableSortedSet(new TreeSet<>(habilitations));
    }

    static Apport de(Noeud noeud, DroitsDeLigne droits) {
        var lecture = new Lecture(droits);
        lecture.ajoute(noeud.champs());
        lecture.habilitations.addAll(droits.visibleSelon("Contrat"));
        if (noeud instanceof Noeud.Personnes) {
            lecture.habilitations.addAll(droits.visibleSelon("Personne"));
        }
        return new Apport(lecture.coordonnees, lecture.habilitations);
    }

    private static final class Lecture {

        private final DroitsDeLigne droits;
        private final SortedSet<String> coordonnees = new TreeSet<>();
        private final SortedSet<String> habilitations = new TreeSet<>();

        private Lecture(DroitsDeLigne droits) {
            this.droits = droits;
        }

        private void ajoute(Collection<ChampEcrit> champs) {
            for (var champ : champs) {
                if (champ instanceof ChampEcrit.Clair clair) {
                    ajoute(clair.coordonnee());
                } else if (champ instanceof ChampEcrit.Scelle scelle) {
                    ajoute(scelle.coordonnee());
                } else if (champ instanceof ChampEcrit.Sources sources) {
                    ajoute(sources.coordonnee());
                } else if (champ instanceof ChampEcrit.Enfant enfant) {
                    ajoute(enfant.coordonnee());
                } else if (champ instanceof ChampEcrit.Objet objet
                        && droits.lire(objet.coordonnee()).isPresent()) {
                    ajoute(objet.coordonnee());
                    ajoute(objet.champs());
                }
            }
        }

        private void ajoute(Coordonnee coordonnee) {
            droits.lire(coordonnee).ifPresent(portee -> {
                coordonnees.add(coordonnee.toString());
                habilitations.add(droits.habilitation(portee));
            });
        }
    }
}
