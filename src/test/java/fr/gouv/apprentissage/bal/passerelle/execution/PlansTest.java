package fr.gouv.apprentissage.bal.passerelle.execution;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.declaration.Catalogue;
import fr.gouv.apprentissage.bal.declaration.Declarations;
import fr.gouv.apprentissage.bal.habilitation.Acces;
import fr.gouv.apprentissage.bal.habilitation.Appelant;
import fr.gouv.apprentissage.bal.habilitation.Masque;
import fr.gouv.apprentissage.bal.habilitation.Octrois;
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
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlansTest {

    private static final GraphQLSchema SCHEMA = SchemaServi.executable(
            SchemaServi.servi(), GraphQLCodeRegistry.newCodeRegistry().build());
    private static final Registre REGISTRE = new Registre(1, Map.of(), List.of());
    private static final List<String> CHAMPS = List.of(
            "dateDebut",
            "dateFin",
            "statut",
            "type",
            "dateConclusion",
            "dateRupture",
            "motifRupture",
            "intituleFormation",
            "dispositif",
            "numeroAvenant");
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

    @Test
    void aLargePlanCountsForSeveral() {
        var champs = IntStream.range(0, 20 * Plans.CHAMPS)
                .mapToObj(i -> "a" + i + ": dateDebut")
                .collect(Collectors.joining(" "));
        for (int i = 0; i < 20; i++) {
            plan(Parser.parse("{ contrat(id: \"1\") { " + champs + " } }"));
        }

        assertThat(plans.gardes()).isBetween(1L, 5L);
    }

    /** Issue 4, shown by 5: 1,000 distinct sets of rights, 1,000 distinct documents. */
    @Test
    void noDocumentOfAClientIsAnsweredFromThePlanOfAnother() {
        // Given: client n is granted, and document n selects, the fields that the digits of n name
        var documents = IntStream.range(1, 1_001)
                .mapToObj(n -> Parser.parse("{ contrat(id: \"1\") { " + String.join(" ", champs(n)) + " } }"))
                .toList();
        var registre = Octrois.registre(
                IntStream.range(1, 1_001).mapToObj(PlansTest::octroi).toArray(Octrois[]::new));
        var hasard = new Random(1);

        for (int fois = 0; fois < 20_000; fois++) {
            // When: some pairs come again and again, others hardly ever
            int client = 1 + (int) (1_000 * Math.pow(hasard.nextDouble(), 4));
            int document = 1 + (int) (1_000 * Math.pow(hasard.nextDouble(), 4));
            var plan = plan(documents.get(document - 1), "c" + client, registre);

            // Then
            var refuses = plan.refus().stream()
                    .map(refus -> refus.coordonnee().champ())
                    .collect(Collectors.toSet());
            var attendus = new TreeSet<>(champs(document));
            attendus.removeAll(champs(client));
            assertThat(refuses).as("document %d, client %d", document, client).isEqualTo(attendus);
        }
        assertThat(plans.gardes()).isBetween(1L, 100L);
    }

    private static List<String> champs(int n) {
        return IntStream.range(0, CHAMPS.size())
                .filter(bit -> (n & 1 << bit) != 0)
                .mapToObj(CHAMPS::get)
                .toList();
    }

    private static Octrois octroi(int n) {
        var octroi = Octrois.octroi("h" + n).pour("rdv").client("c" + n);
        for (var champ : champs(n)) {
            octroi = octroi.accorde("Contrat." + champ, Masque.AUCUN, Acces.LIRE);
        }
        return octroi;
    }

    private Plan plan(Document document) {
        return plan(document, "lba", REGISTRE);
    }

    private Plan plan(Document document, String client, Registre registre) {
        var definition =
                document.getFirstDefinitionOfType(OperationDefinition.class).orElseThrow();
        var champ = (Field) definition.getSelectionSet().getSelections().get(0);
        var appelant = new Appelant(client, Optional.empty(), Optional.of("rdv"), LocalDate.of(2026, 6, 15), Set.of());
        return plans.plan(
                new Operation(
                        document, definition, Map.of(), Map.of(), SCHEMA, appelant, Mode.NORMAL, Optional.empty()),
                List.of(MergedField.newMergedField(champ).build()),
                Map.of("contrat", Map.of("id", "1")),
                registre);
    }

    private static Catalogue catalogue() {
        var racines = Racines.servies();
        return Declarations.catalogue(racines.habilitables(), racines.extensions(), racines.connexions());
    }
}
