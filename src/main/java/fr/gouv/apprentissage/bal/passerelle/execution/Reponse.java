package fr.gouv.apprentissage.bal.passerelle.execution;

import fr.gouv.apprentissage.bal.passerelle.erreur.Erreur;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What planned root fields answer.
 *
 * @param racines JSON text of each root field, by response key, in the order of the document
 * @param erreurs the errors
 * @param extensions of the answer, for example {@code journal}
 * @param refusee the operation is refused whole: the answer has no data, and the first error says why
 */
public record Reponse(
        Map<String, String> racines, List<Erreur> erreurs, Map<String, Object> extensions, boolean refusee) {
    public Reponse {
        racines = Collections.unmodifiableMap(new LinkedHashMap<>(racines));
        erreurs = List.copyOf(erreurs);
        extensions = Map.copyOf(extensions);
    }

    /** Refuses the whole operation. */
    public static Reponse refus(Erreur erreur) {
        return refus(List.of(erreur));
    }

    /** Refuses the whole operation, for several reasons. */
    public static Reponse refus(List<Erreur> erreurs) {
        return new Reponse(Map.of(), erreurs, Map.of(), true);
    }
}
