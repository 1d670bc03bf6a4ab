package fr.gouv.apprentissage.bal.passerelle.entree;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.declaration.Modification;
import fr.gouv.apprentissage.bal.declaration.NonNul;
import fr.gouv.apprentissage.bal.declaration.Requete;
import fr.gouv.apprentissage.bal.declaration.Reserve;
import fr.gouv.apprentissage.bal.habilitation.Appelant;
import fr.gouv.apprentissage.bal.passerelle.Demande;
import fr.gouv.apprentissage.bal.passerelle.PlanDeTest;
import fr.gouv.apprentissage.bal.passerelle.erreur.CodeErreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.Traduction;
import fr.gouv.apprentissage.bal.passerelle.execution.Mode;
import fr.gouv.apprentissage.bal.passerelle.schema.Racines;
import fr.gouv.apprentissage.bal.passerelle.schema.SchemaServi;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is checked of a whole operation, through the strategies that check it. */
class ControleTest {
    interface Porteur {
        @Requete
        String libre();

        @Requete
        String moi();

        @Requete
        @Reserve("administrateur")
        String connecteurs();

        @Modification
        String fais();

        @Modification
        @NonNul
        @Reserve("administrateur")
        String lanceConnecteur();
    }

    private final List<String> faits = new ArrayList<>();
    private final GraphQL graphql = graphql();

    @Test
    void aReservedFieldAsksForItsRole() {
        assertThat(code(execute("{ connecteurs }", Set.of("delegue"), Optional.empty())))
                .isEqualTo(CodeErreur.ROLE_REQUIS);
    }

    @Test
    void whoHasTheRoleIsAnswered() {
        var resultat = execute("{ connecteurs }", Set.of("administrateur"), Optional.empty());

        assertThat(resultat.<Map<String, Object>>getData()).isEqualTo(Map.of("connecteurs", "connecteurs"));
    }

    @Test
    void aRefusedMutationLeavesNothingHalfDone() {
        var resultat = execute("mutation { fais lanceConnecteur }", Set.of(), Optional.empty());

        assertThat(code(resultat)).isEqualTo(CodeErreur.FINALITE_REQUISE);
        assertThat(faits).isEmpty();
    }

    @Test
    void mutationsRunInTheOrderOfTheDocument() {
        execute("mutation { b: lanceConnecteur fais a: lanceConnecteur }", Set.of("administrateur"), Optional.of("x"));

        assertThat(faits).containsExactly("lanceConnecteur", "fais", "lanceConnecteur");
    }

    @Test
    void aReservedMutationAmongOthersRefusesThemAll() {
        var resultat = execute("mutation { fais lanceConnecteur }", Set.of(), Optional.of("x"));

        assertThat(code(resultat)).isEqualTo(CodeErreur.ROLE_REQUIS);
        assertThat(faits).isEmpty();
    }

    @Test
    void purposeIsAskedForBeforeRights() {
        assertThat(code(execute("{ libre connecteurs }", Set.of(), Optional.empty())))
                .isEqualTo(CodeErreur.FINALITE_REQUISE);
    }

    @Test
    void aFragmentHidesNoRootField() {
        assertThat(code(execute("{ moi ...F } fragment F on Query { connecteurs }", Set.of(), Optional.empty())))
                .isEqualTo(CodeErreur.ROLE_REQUIS);
    }

    private static CodeErreur code(ExecutionResult resultat) {
        assertThat(resultat.isDataPresent()).isFalse();
        return Traduction.traduis(resultat.getErrors().get(0)).code();
    }

    private ExecutionResult execute(String document, Set<String> roles, Optional<String> finalite) {
        var appelant = new Appelant("lba", Optional.empty(), finalite, LocalDate.of(2026, 11, 22), roles);
        var refus = finalite.isPresent() ? Optional.<CodeErreur>empty() : Optional.of(CodeErreur.FINALITE_REQUISE);
        var demande = new Demande(appelant, refus, Mode.NORMAL);
        return graphql.execute(requete -> requete.query(document).graphQLContext(Map.of(Demande.CLE, demande)));
    }

    private GraphQL graphql() {
        var derive =
                SchemaServi.derive(new Racines(List.of(), List.of(Porteur.class), List.of(), List.of(), List.of()));
        var lecteurs = GraphQLCodeRegistry.newCodeRegistry();
        derive.racines()
                .forEach(racine -> lecteurs.dataFetcher(
                        FieldCoordinates.coordinates(racine.type(), racine.nom()),
                        (DataFetcher<Object>) environnement -> {
                            faits.add(racine.nom());
                            return racine.nom();
                        }));
        var controle = new Controle(new Limites(new Bornes(Map.of())), derive);
        var schema = SchemaServi.executable(derive, lecteurs.build());
        return GraphQL.newGraphQL(schema)
                .queryExecutionStrategy(new StrategieDeRequete(controle, new PlanDeTest(), appelant -> schema))
                .mutationExecutionStrategy(new StrategieDeModification(controle))
                .build();
    }
}
