package fr.gouv.apprentissage.bal.passerelle.entree;

import fr.gouv.apprentissage.bal.passerelle.erreur.OperationRefusee;
import fr.gouv.apprentissage.bal.passerelle.erreur.Traduction;
import graphql.GraphQLError;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A document that was parsed and validated, once.
 *
 * @param document as it was parsed
 * @param fautes why it is not valid; empty: it is
 * @param operations its operations by name; one without a name is known by the empty text
 */
public record DocumentLu(Document document, List<GraphQLError> fautes, Map<String, OperationLue> operations) {

    static DocumentLu valide(Document document) {
        var fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .collect(Collectors.toUnmodifiableMap(FragmentDefinition::getName, Function.identity()));
        var operations = document.getDefinitionsOfType(OperationDefinition.class).stream()
                .collect(Collectors.toUnmodifiableMap(
                        DocumentLu::nom, definition -> OperationLue.de(definition, fragments)));
        return new DocumentLu(document, List.of(), operations);
    }

    static DocumentLu invalide(Document document, List<? extends GraphQLError> fautes) {
        return new DocumentLu(document, List.copyOf(fautes), Map.of());
    }

    /**
     * The document, if it can be executed.
     *
     * @throws OperationRefusee with its first fault
     */
    public Document executable() {
        fautes.stream().findFirst().ifPresent(faute -> {
            throw new OperationRefusee(Traduction.traduis(faute));
        });
        return document;
    }

    /** The operation of this name, without a name the only one; empty: there is none, or more than one. */
    Optional<OperationLue> operation(String nom) {
        if (!nom.isEmpty()) {
            return Optional.ofNullable(operations.get(nom));
        }
        return operations.size() == 1
                ? Optional.of(operations.values().iterator().next())
                : Optional.empty();
    }

    private static String nom(OperationDefinition operation) {
        return operation.getName() == null ? "" : operation.getName();
    }
}
