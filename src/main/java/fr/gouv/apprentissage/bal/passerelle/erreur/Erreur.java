package fr.gouv.apprentissage.bal.passerelle.erreur;

import graphql.language.SourceLocation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One error of an answer.
 *
 * @param code what went wrong
 * @param message in French; never repeats a value that was sent
 * @param chemin path in the answer, response keys and indexes; empty: the error is the whole operation's
 * @param lieu where in the document, when known
 * @param extensions what {@code extensions} holds beside {@code code}; values that JSON can say
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

    /** An error of the whole operation, with the code's own message. */
    public static Erreur de(CodeErreur code) {
        return de(code, code.message());
    }

    /** An error of the whole operation. */
    public static Erreur de(CodeErreur code, String message) {
        return new Erreur(code, message, List.of(), Optional.empty(), Map.of());
    }

    /** The same error at this place. */
    public Erreur en(List<Object> autreChemin, Optional<SourceLocation> autreLieu) {
        return new Erreur(code, message, autreChemin, autreLieu, extensions);
    }
}
