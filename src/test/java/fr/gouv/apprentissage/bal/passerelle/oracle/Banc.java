package fr.gouv.apprentissage.bal.passerelle.oracle;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.gouv.apprentissage.bal.declaration.Catalogue;
import fr.gouv.apprentissage.bal.declaration.Declarations;
import fr.gouv.apprentissage.bal.habilitation.Appelant;
import fr.gouv.apprentissage.bal.habilitation.ClientHabilite;
import fr.gouv.apprentissage.bal.habilitation.Octroi;
import fr.gouv.apprentissage.bal.habilitation.Registre;
import fr.gouv.apprentissage.bal.habilitation.RegistreCourant;
import fr.gouv.apprentissage.bal.journal.JournalGroupe;
import fr.gouv.apprentissage.bal.journal.Reglages;
import fr.gouv.apprentissage.bal.passerelle.execution.ExecuteurDePlan;
import fr.gouv.apprentissage.bal.passerelle.execution.ExecuteurDeTest;
import fr.gouv.apprentissage.bal.passerelle.execution.Mode;
import fr.gouv.apprentissage.bal.passerelle.execution.Operation;
import fr.gouv.apprentissage.bal.passerelle.execution.Reponse;
import fr.gouv.apprentissage.bal.passerelle.schema.Racines;
import fr.gouv.apprentissage.bal.passerelle.schema.SchemaServi;
import fr.gouv.apprentissage.bal.scellement.Pseudonymes;
import fr.gouv.apprentissage.bal.scellement.ScellementDeTest;
import graphql.GraphQLContext;
import graphql.execution.FieldCollector;
import graphql.execution.FieldCollectorParameters;
import graphql.execution.RawVariables;
import graphql.execution.ValuesResolver;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLSchema;
import graphql.validation.Validator;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** The engine as production runs it, but for the entry over HTTP: plan, PostgreSQL, journal, keys. */
final class Banc implements AutoCloseable {

    static final GraphQLSchema SCHEMA = SchemaServi.executable(
            SchemaServi.servi(), GraphQLCodeRegistry.newCodeRegistry().build());
    static final Catalogue CATALOGUE = catalogue();
    static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration DELAI = Duration.ofMinutes(1);

    private final Base base = new Base();
    private final Vertx vertx = Vertx.vertx();
    private final ScellementDeTest sceaux = ScellementDeTest.ouvert();
    private final RegistreDuBanc registre = new RegistreDuBanc();
    private final Comptage comptage = new Comptage();
    private final JournalGroupe journal;
    private final ExecuteurDePlan executeur;
    private final Depot depot;
    private final PreparedStatement entrees;
    private long revision;

    /** The register of the moment. */
    private static final class RegistreDuBanc implements RegistreCourant {
        private volatile Registre registre = new Registre(0, Map.of(), List.of());

        @Override
        public Registre courant() {
            return registre;
        }

        @Override
        public Uni<Registre> relis() {
            return Uni.createFrom().item(registre);
        }

        @Override
        public Uni<Boolean> tient(long revision) {
            return Uni.createFrom().item(registre.revision() == revision);
        }
    }

    Banc() throws IOException, SQLException {
        journal = new JournalGroupe(
                vertx,
                new Pool(base.pool(vertx, "bal_journal", true)),
                Clock.systemUTC(),
                Reglages.DEFAUT,
                new SimpleMeterRegistry());
        executeur = ExecuteurDeTest.sur(
                comptage.instructions(base.pool(vertx, "bal_service", false)),
                registre,
                CATALOGUE,
                sceaux,
                comptage.ouvertures(sceaux.scellement()),
                journal);
        depot = new Depot(base.proprietaire(), CATALOGUE, sceaux);
        entrees = lecture(base.lecteurDuJournal());
    }

    private static PreparedStatement lecture(Connection lecteur) throws SQLException {
        return lecteur.prepareStatement(
                "select coordonnees, habilitations, recherches, sujets, client, agent, finalite,"
                        + " revision, perimetre, personnes from journal.entree where id = ?");
    }

    private static Catalogue catalogue() {
        var racines = Racines.servies();
        return Declarations.catalogue(racines.habilitables(), racines.extensions(), racines.connexions());
    }

    Comptage comptage() {
        return comptage;
    }

    Pseudonymes pseudonymes() {
        return sceaux.pseudonymes();
    }

    /** From now on no key is in memory. */
    void perdLesCles() {
        sceaux.perdLesCles();
    }

    void remplace(Monde monde) throws SQLException {
        depot.remplace(monde);
    }

    ScellementDeTest sceaux() {
        return sceaux;
    }

    /** What somebody who may write in the database does there. */
    void altere(String sql) throws SQLException {
        try (var ordre = base.proprietaire().createStatement()) {
            ordre.execute(sql);
        }
        base.proprietaire().commit();
    }

    /** Takes these habilitations, at a revision of their own. */
    void remplace(List<Octroi> octrois) throws SQLException {
        remplace(octrois, Map.of());
    }

    /** Takes these clients and habilitations, at a revision of their own. */
    void remplace(List<Octroi> octrois, Map<String, ClientHabilite> clients) throws SQLException {
        revision++;
        var connexion = base.proprietaire();
        try (var ordre = connexion.createStatement()) {
            ordre.execute("update habilitation_revision set revision = " + revision);
        }
        connexion.commit();
        registre.registre = new Registre(revision, clients, octrois);
    }

    Registre registre() {
        return registre.courant();
    }

    /** Reads a document as the entry does, and refuses an invalid one. */
    static Document document(String texte) {
        var document = new Parser().parseDocument(texte);
        var fautes = new Validator().validateDocument(SCHEMA, document, Locale.FRENCH);
        if (!fautes.isEmpty()) {
            throw new IllegalArgumentException(fautes + "\n" + texte);
        }
        return document;
    }

    Reponse execute(Document document, Map<String, Object> variables, Appelant appelant, Mode mode) {
        var definition =
                document.getFirstDefinitionOfType(OperationDefinition.class).orElseThrow();
        var fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .collect(Collectors.toMap(FragmentDefinition::getName, fragment -> fragment));
        var lues = ValuesResolver.coerceVariableValues(
                        SCHEMA,
                        definition.getVariableDefinitions(),
                        RawVariables.of(variables),
                        GraphQLContext.getDefault(),
                        Locale.FRENCH)
                .toMap();
        var racines = new FieldCollector()
                .collectFields(
                        FieldCollectorParameters.newParameters()
                                .schema(SCHEMA)
                                .objectType(SCHEMA.getQueryType())
                                .fragments(fragments)
                                .variables(lues)
                                .graphQLContext(GraphQLContext.getDefault())
                                .build(),
                        definition.getSelectionSet());
        var operation = new Operation(document, definition, fragments, lues, SCHEMA, appelant, mode, Optional.empty());
        return executeur
                .execute(operation, List.copyOf(racines.getSubFields().values()))
                .await()
                .atMost(DELAI);
    }

    /** The entry that an answer left; empty when it says that there is none. */
    Optional<Attendu.Entree> entree(Reponse reponse, Appelant appelant) throws SQLException {
        if (!(reponse.extensions().get("journal") instanceof Map<?, ?> recepisse)) {
            return Optional.empty();
        }
        entrees.setObject(1, UUID.fromString(recepisse.get("id").toString()));
        try (var lignes = entrees.executeQuery()) {
            if (!lignes.next()) {
                throw new AssertionError("l'entrée annoncée n'est pas au journal");
            }
            var qui = List.of(
                    appelant.client(),
                    appelant.agent(),
                    appelant.finalite(),
                    revision,
                    appelant.perimetre().texte());
            var ecrit = List.of(
                    lignes.getString("client"),
                    Optional.ofNullable(lignes.getString("agent")),
                    Optional.ofNullable(lignes.getString("finalite")),
                    lignes.getLong("revision"),
                    Optional.ofNullable(lignes.getString("perimetre")));
            if (!qui.equals(ecrit)) {
                throw new AssertionError("au journal : " + ecrit + ", attendu : " + qui);
            }
            return Optional.of(new Attendu.Entree(
                    textes(lignes.getArray("coordonnees")),
                    textes(lignes.getArray("habilitations")),
                    textes(lignes.getArray("recherches")),
                    new TreeSet<>(
                            Arrays.asList((UUID[]) lignes.getArray("sujets").getArray())),
                    lignes.getInt("personnes")));
        }
    }

    private static SortedSet<String> textes(java.sql.Array tableau) throws SQLException {
        return new TreeSet<>(Arrays.asList((String[]) tableau.getArray()));
    }

    @Override
    public void close() throws IOException, SQLException {
        journal.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        base.close();
    }
}
