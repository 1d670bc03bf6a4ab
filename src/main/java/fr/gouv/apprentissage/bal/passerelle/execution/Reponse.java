package fr.gouv.apprentissage.bal.passerelle.execution;

import fr.gouv.apprentissage.bal.passerelle.erreur.Erreur;
import java.util.List;
import java.util.Map;

/**
 * What the plan answers.
 *
 * @param racines complete JSON of each root field by response key, in order
 * @param erreurs errors, of fields or of the whole
 * @param extensions for example the journal's entry
 * @param refusee whether the operation is refused as a whole: it has no data
 */
public record Reponse(
        Map<String, String> racines, List<Erreur> erreurs, Map<String, Object> extensions, boolean refusee) {

    /** The operation is refused as a whole. */
    public static Reponse refus(List<Erreur> erreurs) {
        return new Reponse(Map.of(), List.copyOf(erreurs), Map.of(), true);
    }
}
