package fr.gouv.apprentissage.bal.passerelle.erreur;

import graphql.language.SourceLocation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An error as the answer shows it.
 *
 * @param code stable code
 * @param message French, never repeats a value that was sent
 * @param chemin path in the answer, empty for the whole operation
 * @param lieu where in the document
 * @param extensions further entries of {@code extensions} beside the code
 */
public record Erreur(
        CodeErreur code,
        String message,
        List<Object> chemin,
        Optional<SourceLocation> lieu,
        Map<String, Object> extensions) {

    public Erreur {
        chemin = List.copyOf(chemin);
        extensions = Map.copyOf(extensions);
    }
}
