package fr.gouv.apprentissage.bal.passerelle.plan;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.scellement.ChampScelle;
import java.util.List;

/** One selected field, ready to be written from the rows of its node. */
public sealed interface ChampEcrit {

    /** Key in the answer. */
    String cle();

    /** Granted nowhere: always null. */
    record Nul(String cle) implements ChampEcrit {}

    /** {@code __typename}. */
    record NomDeType(String cle, String type) implements ChampEcrit {}

    /** The id as this client knows it. */
    record IdPublic(String cle, String type) implements ChampEcrit {}

    /** A stored clear field, under a right. */
    record Clair(String cle, Coordonnee coordonnee, int colonne, Forme forme) implements ChampEcrit {}

    /** A stored personal field, under a right. {@code sous} is the selection where the value is an object. */
    record Scelle(String cle, Coordonnee coordonnee, int colonne, ChampScelle<?> champ, List<ChampEcrit> sous)
            implements ChampEcrit {}

    /** A part of an opened value, by the name of its component. */
    record Partie(String cle, String composant) implements ChampEcrit {}

    /** A column of a public nomenclature, or of an object whose right is that of the field that holds it. */
    record Libre(String cle, int colonne, Forme forme) implements ChampEcrit {}

    /** An object in the columns of the row, under a right; null when all of {@code presence} are (never, when empty). */
    record Objet(String cle, Coordonnee coordonnee, List<Integer> presence, List<ChampEcrit> champs)
            implements ChampEcrit {}

    /** An object in the columns of the row, without a right of its own. */
    record ObjetLibre(String cle, List<Integer> presence, List<ChampEcrit> champs) implements ChampEcrit {}

    /** The record's provenance, one element for a record, one per source for a person. */
    record Sources(String cle, Coordonnee coordonnee, List<ChampEcrit> champs) implements ChampEcrit {}

    /** What another node reads for this row, under a right. */
    record Enfant(String cle, Coordonnee coordonnee, Noeud noeud) implements ChampEcrit {}

    /** The champ, date, avant or apres of a change. */
    record PartieDeChangement(String cle, String nom) implements ChampEcrit {}
}
