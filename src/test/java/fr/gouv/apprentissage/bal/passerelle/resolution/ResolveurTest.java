package fr.gouv.apprentissage.bal.passerelle.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.declaration.ChampsDemandes;
import fr.gouv.apprentissage.bal.declaration.Connection;
import fr.gouv.apprentissage.bal.declaration.Defaut;
import fr.gouv.apprentissage.bal.declaration.NonNul;
import fr.gouv.apprentissage.bal.declaration.Requete;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.identifiant.Telephone;
import fr.gouv.apprentissage.bal.passerelle.schema.Racines;
import fr.gouv.apprentissage.bal.passerelle.schema.SchemaServi;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Fields of records: what is read, what is called, what arguments become. Root fields take the same way, once their bean is found. */
class ResolveurTest {
    enum Teinte {
        ROUGE,
        BLEUE
    }

    record Critere(@NonNul LocalDate depuis, List<Siret> sirets, Teinte teinte, Telephone telephone) {}

    record Page(String titre, int numero) {}

    /** Holds the fields that the tests ask for. */
    record Livre(@NonNul String titre, Telephone telephone, List<Page> pages) {
        @Requete
        @NonNul
        public List<Page> pages(@Defaut("1") Integer first) {
            return pages.subList(0, first);
        }

        @Requete
        public String echo(Critere critere) {
            return critere == null ? "rien" : critere.depuis() + " " + critere.sirets() + " " + critere.teinte();
        }

        @Requete
        public Page demandee(ChampsDemandes champs) {
            return new Page(String.join(",", new TreeSet<>(champs.noms())), 0);
        }

        @Requete
        public Uni<String> plusTard() {
            return Uni.createFrom().item("uni");
        }

        @Requete
        public CompletionStage<String> encorePlusTard() {
            return CompletableFuture.supplyAsync(() -> "stade");
        }

        @Requete
        @Blocking
        public String fil() {
            return Thread.currentThread().getName();
        }

        @Requete
        public Uni<Connection<Page>> connexion() {
            var page = new Page("une", 1);
            return Uni.createFrom()
                    .item(new Connection<>(
                            List.of(new Connection.Edge<>("c1", page)),
                            new Connection.PageInfo(false, false, "c1", "c1"),
                            1));
        }
    }

    interface RacineDeTest {
        @Requete
        Livre livre();
    }

    private static final GraphQL GRAPHQL = graphql();

    @Test
    void componentsAreReadAndValueTypesShowTheirText() {
        assertThat(donnees("{ livre { titre telephone } }"))
                .isEqualTo(Map.of(
                        "titre",
                        "Perceval",
                        "telephone",
                        Telephone.lis("0612345678").valeur()));
    }

    @Test
    void aMethodWithArgumentsTakesThePlaceOfItsComponent() {
        assertThat(donnees("{ livre { un: pages { numero } deux: pages(first: 2) { numero } } }"))
                .isEqualTo(Map.of(
                        "un", List.of(Map.of("numero", 1)),
                        "deux", List.of(Map.of("numero", 1), Map.of("numero", 2))));
    }

    @Test
    void aMethodKnowsWhichFieldsAreAskedOfItsAnswerUnderAnyAlias() {
        assertThat(donnees("{ livre { un: demandee { titre } deux: demandee { titre n: numero } } }"))
                .isEqualTo(Map.of(
                        "un", Map.of("titre", "titre"),
                        "deux", Map.of("titre", "numero,titre", "n", 0)));
    }

    @Test
    void inputObjectsBecomeRecordsOfValueTypes() {
        assertThat(
                        donnees(
                                "{ livre { echo(critere: {depuis: \"2026-01-02\", sirets: [\"356 000 000 00048\"], teinte: BLEUE}) } }"))
                .isEqualTo(Map.of("echo", "2026-01-02 " + List.of(Siret.lis("35600000000048")) + " BLEUE"));
    }

    @Test
    void anAbsentInputIsNull() {
        assertThat(donnees("{ livre { echo } }")).isEqualTo(Map.of("echo", "rien"));
    }

    @Test
    void aTextOfAValueTypeIsCheckedByItsRule() {
        var resultat = execute("{ livre { echo(critere: {depuis: \"2026-01-02\", telephone: \"x\"}) } }");

        assertThat(resultat.getErrors()).singleElement().satisfies(erreur -> assertThat(erreur.getMessage())
                .contains("critere.telephone"));
    }

    @Test
    void resultsMayComeLater() {
        assertThat(donnees("{ livre { plusTard encorePlusTard } }"))
                .isEqualTo(Map.of("plusTard", "uni", "encorePlusTard", "stade"));
    }

    @Test
    void whatBlocksRunsElsewhere() {
        var fil = ((Map<?, ?>) donnees("{ livre { fil } }")).get("fil");

        assertThat(fil)
                .isInstanceOf(String.class)
                .isNotEqualTo(Thread.currentThread().getName());
    }

    @Test
    void aConnectionHasItsNodes() {
        assertThat(
                        donnees(
                                "{ livre { connexion { nodes { titre } edges { cursor node { numero } } pageInfo { endCursor } totalCount } } }"))
                .isEqualTo(Map.of(
                        "connexion",
                        Map.of(
                                "nodes", List.of(Map.of("titre", "une")),
                                "edges", List.of(Map.of("cursor", "c1", "node", Map.of("numero", 1))),
                                "pageInfo", Map.of("endCursor", "c1"),
                                "totalCount", 1)));
    }

    private static Object donnees(String document) {
        var resultat = execute(document);
        assertThat(resultat.getErrors()).isEmpty();
        return resultat.<Map<String, Object>>getData().get("livre");
    }

    private static ExecutionResult execute(String document) {
        var livre = new Livre("Perceval", Telephone.lis("0612345678"), List.of(new Page("a", 1), new Page("b", 2)));
        return GRAPHQL.execute(requete -> requete.query(document).root(livre));
    }

    private static GraphQL graphql() {
        var derive = SchemaServi.derive(
                new Racines(List.of(RacineDeTest.class), List.of(), List.of(), List.of(), List.of()));
        var lecteurs = GraphQLCodeRegistry.newCodeRegistry();
        Lecteurs.branche(lecteurs, derive);
        lecteurs.dataFetcher(FieldCoordinates.coordinates("Query", "livre"), (DataFetcher<Object>)
                environnement -> environnement.getRoot());
        return GraphQL.newGraphQL(SchemaServi.executable(derive, lecteurs.build()))
                .build();
    }
}
