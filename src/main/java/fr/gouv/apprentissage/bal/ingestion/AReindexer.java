package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.personne.Trace;
import fr.gouv.apprentissage.bal.scellement.Cellule;
import fr.gouv.apprentissage.bal.scellement.CleEnregistrement;
import fr.gouv.apprentissage.bal.scellement.Empreinte;
import java.util.List;
import java.util.Map;

/**
 * A record as its tables hold it, for its blind indexes to be made anew.
 *
 * @param cle its secret
 * @param cellules what it states, by column
 * @param ecartes what was beaten, by column and rank
 * @param traces what it is matched by, under any generation
 * @param index what it is found by, under any generation
 * @param cles generations of its natural key
 */
record AReindexer(
        CleEnregistrement cle,
        Map<String, Cellule> cellules,
        Map<String, Map<Integer, Cellule>> ecartes,
        List<Trace> traces,
        List<Empreinte> index,
        List<Integer> cles) {

    long enregistrement() {
        return cle.enregistrement();
    }

    Cellule cellule(String colonne) {
        return cellules.getOrDefault(colonne, Cellule.VIDE);
    }
}
