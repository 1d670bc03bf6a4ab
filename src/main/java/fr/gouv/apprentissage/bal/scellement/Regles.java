package fr.gouv.apprentissage.bal.scellement;

import fr.gouv.apprentissage.bal.identifiant.Pliage;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One version of the rules by which names are folded. A generation of blind indexes is tied to one; when the rules change, the former ones stay
 * here for as long as a generation of theirs may stand in the tables.
 *
 * @param nom a name
 * @param prenoms first names, joined
 * @param premierPrenom the first of them alone
 */
record Regles(
        Function<String, String> nom,
        Function<List<String>, String> prenoms,
        Function<List<String>, String> premierPrenom) {

    /** Every version that this code knows. */
    static final Map<Integer, Regles> CONNUES =
            Map.of(Pliage.VERSION, new Regles(Pliage::nom, Pliage::prenoms, Pliage::premierPrenom));
}
