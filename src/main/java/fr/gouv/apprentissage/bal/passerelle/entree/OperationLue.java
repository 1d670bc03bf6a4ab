package fr.gouv.apprentissage.bal.passerelle.entree;

import graphql.execution.MergedField;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An operation of a document that is kept.
 *
 * @param definition its identity is that of the kept document
 * @param fragments the document's fragments by name
 * @param racines its root fields by response key, where they are the same whatever the variables: no fragment, no directive
 */
public record OperationLue(
        OperationDefinition definition,
        Map<String, FragmentDefinition> fragments,
        Optional<Map<String, MergedField>> racines) {

    static OperationLue de(OperationDefinition definition, Map<String, FragmentDefinition> fragments) {
        return new OperationLue(definition, fragments, racines(definition));
    }

    private static Optional<Map<String, MergedField>> racines(OperationDefinition definition) {
        var parCle = new LinkedHashMap<String, MergedField>();
        for (var selection : definition.getSelectionSet().getSelections()) {
            if (!(selection instanceof Field champ) || !champ.getDirectives().isEmpty()) {
                return Optional.empty();
            }
            parCle.merge(
                    champ.getResultKey(),
                    MergedField.newMergedField(champ).build(),
                    (premier, autre) -> premier.transform(champs -> champs.addField(champ)));
        }
        return definition.getDirectives().isEmpty()
                ? Optional.of(Collections.unmodifiableMap(parCle))
                : Optional.empty();
    }
}
