package fr.gouv.apprentissage.bal.passerelle.plan;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import graphql.language.SourceLocation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What an operation asks of records.
 *
 * @param revision revision of the habilitations that it rests on
 * @param droits the decision
 * @param racines in document order
 * @param noeuds how many nodes it has
 * @param refus what is granted nowhere: fields, or whole criteria and orders
 * @param recherches coordinates of the personal criteria
 * @param emplacements where each readable coordinate is first selected
 * @param droitsDeLignes what is granted on rows
 * @param besoins every right that the operation needs, granted or not
 */
public record Plan(
        long revision,
        Droits droits,
        List<Racine> racines,
        int noeuds,
        List<Refus> refus,
        SortedSet<Coordonnee> recherches,
        Map<Coordonnee, Emplacement> emplacements,
        DroitsDeLignes droitsDeLignes,
        SortedSet<Besoin> besoins) {

    /** How many fields it writes, at all depths: what it takes in memory grows with them. */
    public int champs() {
        return racines.stream()
                .mapToInt(racine -> champs(racine.noeud().champs()))
                .sum();
    }

    private static int champs(List<ChampEcrit> champs) {
        int nombre = champs.size();
        for (var champ : champs) {
            if (champ instanceof ChampEcrit.Objet objet) {
                nombre += champs(objet.champs());
            } else if (champ instanceof ChampEcrit.ObjetLibre objet) {
                nombre += champs(objet.champs());
            } else if (champ instanceof ChampEcrit.Scelle scelle) {
                nombre += champs(scelle.sous());
            } else if (champ instanceof ChampEcrit.Sources sources) {
                nombre += champs(sources.champs());
            } else if (champ instanceof ChampEcrit.Enfant enfant) {
                nombre += champs(enfant.noeud().champs());
            }
        }
        return nombre;
    }

    /**
     * Where a coordinate is selected.
     *
     * @param chemin path in the answer, up to the first list
     * @param lieu place in the document
     */
    public record Emplacement(List<Object> chemin, Optional<SourceLocation> lieu) {}
}
