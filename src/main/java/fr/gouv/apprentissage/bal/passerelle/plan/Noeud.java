package fr.gouv.apprentissage.bal.passerelle.plan;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.scellement.ChampScelle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rows that one statement reads, and what is written of them. */
public sealed interface Noeud {

    /** Place of the node among those of the plan. */
    int numero();

    /** The statement. */
    Requete requete();

    /** What is written of each row or person. */
    List<ChampEcrit> champs();

    /** The children among {@link #champs()}, at any depth of inline objects. */
    default List<ChampEcrit.Enfant> enfants() {
        return enfants(champs());
    }

    private static List<ChampEcrit.Enfant> enfants(List<ChampEcrit> champs) {
        var enfants = new ArrayList<ChampEcrit.Enfant>();
        for (var champ : champs) {
            if (champ instanceof ChampEcrit.Enfant enfant) {
                enfants.add(enfant);
            } else if (champ instanceof ChampEcrit.Objet objet) {
                enfants.addAll(enfants(objet.champs()));
            }
        }
        return enfants;
    }

    /**
     * Rows of {@code contrat}.
     *
     * @param numero place in the plan
     * @param requete statement
     * @param disposition where its columns stand
     * @param champs what is written
     */
    record Contrats(int numero, Requete requete, Disposition disposition, List<ChampEcrit> champs) implements Noeud {}

    /**
     * Persons: rows of {@code identite} with their records.
     *
     * @param numero place in the plan
     * @param requete statement
     * @param disposition where its columns stand
     * @param champs what is written
     */
    record Personnes(int numero, Requete requete, Disposition disposition, List<ChampEcrit> champs) implements Noeud {}

    /**
     * Changes of the records above.
     *
     * @param numero place in the plan
     * @param requete statement
     * @param scelles how the personal ones among the readable coordinates are sealed
     * @param champs what is written
     */
    record Changements(int numero, Requete requete, Map<Coordonnee, ChampScelle<?>> scelles, List<ChampEcrit> champs)
            implements Noeud {}
}
