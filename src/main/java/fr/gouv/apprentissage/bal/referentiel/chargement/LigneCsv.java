package fr.gouv.apprentissage.bal.referentiel.chargement;

import java.util.List;
import java.util.Map;

/** A row of a CSV file, its values by the name of their column. */
record LigneCsv(long numero, Map<String, Integer> colonnes, List<String> valeurs) {

    /** The value without blanks around nor U+0000; empty when the file has no such column. */
    String valeur(String colonne) {
        var rang = colonnes.get(colonne);
        return rang == null ? "" : valeurs.get(rang).replace("\0", "").strip();
    }
}
