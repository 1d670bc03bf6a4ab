package fr.gouv.apprentissage.bal.embarque;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** On the package, over HTTP: a connector is looked at and started by who may, for a period that may be asked for (domain.md §2.1). */
class LancementDeConnecteurIT {

    private static final LocalDate HIER =
            LocalDate.now(ZoneId.of("Europe/Paris")).minusDays(1);
    private static final String LANCE =
            "mutation($nom: String!, $du: Date, $au: Date) { lanceConnecteur(nom: $nom, du: $du, au: $au)"
                    + " { id etat du au lus } }";

    private static Appel appel;

    @BeforeAll
    static void demarre() throws Exception {
        appel = Demonstration.partagee().appel();
    }

    static Stream<Arguments> periodesRefusees() {
        return Stream.of(
                Arguments.of("", "2024-01-31", "du"),
                Arguments.of("2022-06-06", "2022-06-10", "du"),
                Arguments.of(HIER.plusDays(1).toString(), "", "du"),
                Arguments.of(HIER.minusDays(3).toString(), HIER.plusDays(1).toString(), "au"),
                Arguments.of("2024-02-10", "2024-02-09", "au"));
    }

    @ParameterizedTest
    @MethodSource("periodesRefusees")
    void aPeriodThatMayNotBeAskedForIsRefusedByTheNameOfItsBound(String du, String au, String argument) {
        var reponse = lance("administration", "deca", du, au);

        assertThat(reponse.codes()).containsExactly("VALEUR_INVALIDE");
        assertThat(reponse.json().at("/errors/0/extensions/argument").asText()).isEqualTo(argument);
    }

    @Test
    void aPeriodIsTaken() {
        var reponse = lance("administration", "deca", "2024-01-01", "2024-02-29");

        assertThat(reponse.codes()).isEmpty();
        assertThat(reponse.donnees().at("/lanceConnecteur/du").asText()).isEqualTo("2024-01-01");
        assertThat(reponse.donnees().at("/lanceConnecteur/au").asText()).isEqualTo("2024-02-29");
    }

    @Test
    void anUnknownConnectorIsRefusedWithoutItsName() {
        var reponse = lance("administration", "parcoursup", "", "");

        assertThat(reponse.codes()).containsExactly("VALEUR_INVALIDE");
        assertThat(reponse.json().at("/errors/0/extensions/argument").asText()).isEqualTo("nom");
        assertThat(reponse.corps()).doesNotContain("parcoursup");
    }

    @Test
    void onlyAnAdministratorStartsOne() {
        assertThat(lance("lba", "deca", "", "").codes()).containsExactly("ROLE_REQUIS");
    }

    @Test
    void runsAreShownWithTheirCounts() {
        var reponse = appel.demande(
                "administration",
                "{ connecteurs { nom source actif planification curseur executions(first: 50)"
                        + " { etat lus crees modifies inchanges rejetes signalements { motif nombre } } } }");

        assertThat(reponse.codes()).isEmpty();
        var deca = StreamSupport.stream(reponse.donnees().path("connecteurs").spliterator(), false)
                .filter(connecteur -> connecteur.path("nom").asText().equals("deca"))
                .findFirst()
                .orElseThrow();
        assertThat(deca.path("executions")).anySatisfy(execution -> {
            assertThat(execution.path("lus").asInt()).isPositive();
            assertThat(execution.path("crees").asInt()).isPositive();
        });
    }

    private static Appel.Reponse lance(String client, String nom, String du, String au) {
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("nom", nom);
        if (!du.isEmpty()) {
            variables.put("du", du);
        }
        if (!au.isEmpty()) {
            variables.put("au", au);
        }
        return appel.demande(client, LANCE, variables);
    }
}
