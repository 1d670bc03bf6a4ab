package fr.gouv.apprentissage.bal.passerelle.execution;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.declaration.Catalogue;
import fr.gouv.apprentissage.bal.declaration.Declarations;
import fr.gouv.apprentissage.bal.habilitation.Appelant;
import fr.gouv.apprentissage.bal.habilitation.Registre;
import fr.gouv.apprentissage.bal.passerelle.plan.Plan;
import fr.gouv.apprentissage.bal.passerelle.schema.Racines;
import fr.gouv.apprentissage.bal.passerelle.schema.SchemaServi;
import graphql.execution.MergedField;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLSchema;
import java.lang.ref.WeakReference;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlansTest {

    private static final GraphQLSchema SCHEMA = SchemaServi.executable(
            SchemaServi.servi(), GraphQLCodeRegistry.newCodeRegistry().build());
    private static final Registre REGISTRE = new Registre(1, Map.of(), List.of());
    private static final String DOCUMENT = "{ contrat(id: \"1\") { dateDebut } }";

    private final Plans plans = new Plans(catalogue(), 100);

    @Test
    void oneOperationHasOnePlan() {
        var document = Parser.parse(DOCUMENT);

        assertThat(plan(document)).isSameAs(plan(document));
    }

    @Test
    void theSameTextReadTwiceIsTwoOperations() {
        assertThat(plan(Parser.parse(DOCUMENT))).isNotSameAs(plan(Parser.parse(DOCUMENT)));
    }

    @Test
    void aPlanThatIsKeptDoesNotKeepItsDocument() throws InterruptedException {
        // Given a plan that is held, of a document that is not
        var document = Parser.parse(DOCUMENT);
        var plan = plan(document);
        var temoin = new WeakReference<>(document);

        // When nothing else holds the document
        document = null;

        // Then
        for (int i = 0; i < 100 && temoin.get() != null; i++) {
            System.gc();
            Thread.sleep(50);
        }
        assertThat(temoin.get()).isNull();
        assertThat(plan.racines()).hasSize(1);
    }

    @Test
    void aThousandOperationsLeaveNoMorePlansThanAreKept() {
        for (int i = 0; i < 1_000; i++) {
            plan(Parser.parse(DOCUMENT));
        }

        assertThat(plans.gardes()).isBetween(1L, 100L);
    }

    private Plan plan(Document document) {
        var definition =
                document.getFirstDefinitionOfType(OperationDefinition.class).orElseThrow();
        var champ = (Field) definition.getSelectionSet().getSelections().get(0);
        var appelant = new Appelant("lba", Optional.empty(), Optional.of("rdv"), LocalDate.of(2026, 6, 15), Set.of());
        return plans.plan(
                new Operation(
                        document, definition, Map.of(), Map.of(), SCHEMA, appelant, Mode.NORMAL, Optional.empty()),
                List.of(MergedField.newMergedField(champ).build()),
                Map.of("contrat", Map.of("id", "1")),
                REGISTRE);
    }

    private static Catalogue catalogue() {
        var racines = Racines.servies();
        return Declarations.catalogue(racines.habilitables(), racines.extensions(), racines.connexions());
    }
}
