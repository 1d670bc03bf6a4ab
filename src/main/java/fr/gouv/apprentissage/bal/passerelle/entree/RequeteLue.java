package fr.gouv.apprentissage.bal.passerelle.entree;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * What a request asks the engine to do.
 *
 * @param document text of a GraphQL document
 * @param operation name of the operation to answer; empty: the only one
 * @param variables as JSON has them: texts, numbers, booleans, lists, maps, null
 */
public record RequeteLue(String document, String operation, Map<String, Object> variables) {
    public RequeteLue {
        variables = Collections.unmodifiableMap(new HashMap<>(variables));
    }

    /** Nothing of a request shows in a log. */
    @Override
    public String toString() {
        return "RequeteLue[…]";
    }
}
