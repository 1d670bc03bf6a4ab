package fr.gouv.apprentissage.bal.banc;

import fr.gouv.apprentissage.bal.declaration.Catalogue;
import fr.gouv.apprentissage.bal.habilitation.Decision;
import fr.gouv.apprentissage.bal.passerelle.plan.Compilateur;
import fr.gouv.apprentissage.bal.passerelle.plan.DemandeDePlan;
import graphql.execution.MergedField;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The statements of our own plan, so that the two others are known to send the same. */
final class PlanServi {

    private PlanServi() {}

    static List<String> sql(GraphQLSchema schema, Catalogue catalogue, Decision decision, String document) {
        var champ = (Field) new Parser()
                .parseDocument(document)
                .getFirstDefinitionOfType(OperationDefinition.class)
                .orElseThrow()
                .getSelectionSet()
                .getSelections()
                .get(0);
        Map<String, Object> arguments = Map.of("first", 20, "filtre", Map.of("debutDu", LocalDate.EPOCH));
        var noeud = Compilateur.compile(
                        new DemandeDePlan(schema, Map.of(), Map.of(), decision, catalogue, 1),
                        List.of(MergedField.newMergedField(champ).build()),
                        Map.of(champ.getName(), arguments))
                .racines()
                .get(0)
                .noeud();
        return List.of(
                noeud.requete().sql(), noeud.enfants().get(0).noeud().requete().sql());
    }
}
