package fr.gouv.apprentissage.bal.passerelle.plan;

import java.util.List;
import java.util.Optional;

/** A root field that the plan answers. It holds nothing of the document: a plan may outlive it. */
public sealed interface Racine {

    /** Key in the answer. */
    String cle();

    /** Name of the field. */
    String nom();

    /** The rows that it answers with. */
    Noeud noeud();

    /**
     * One record or person by id.
     *
     * @param cle key in the answer
     * @param nom of the field
     * @param noeud its row
     */
    record Unique(String cle, String nom, Noeud noeud) implements Racine {}

    /**
     * A page.
     *
     * @param cle key in the answer
     * @param nom of the field
     * @param type type of the rows
     * @param recherche for persons, the statement that finds their ids; the node then reads them
     * @param comptage counts the rows, when the count is asked for and granted
     * @param noeud its rows
     * @param champs what is written of the connection
     */
    record Page(
            String cle,
            String nom,
            String type,
            Optional<Requete> recherche,
            Optional<Requete> comptage,
            Noeud noeud,
            List<ChampDeConnexion> champs)
            implements Racine {

        /** Whether rows stand in the answer, and not only how many there are or where the page ends. */
        public boolean montreDesLignes() {
            return champs.stream()
                    .anyMatch(champ -> champ instanceof ChampDeConnexion.Lignes
                            || champ instanceof ChampDeConnexion.Aretes aretes
                                    && aretes.champs().stream().anyMatch(ChampDeConnexion.Ligne.class::isInstance));
        }
    }
}
