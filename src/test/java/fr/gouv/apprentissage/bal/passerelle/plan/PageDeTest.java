package fr.gouv.apprentissage.bal.passerelle.plan;

import fr.gouv.apprentissage.bal.declaration.Catalogue;
import fr.gouv.apprentissage.bal.declaration.ChampDeclare;
import fr.gouv.apprentissage.bal.declaration.Declarations;
import fr.gouv.apprentissage.bal.habilitation.Acces;
import fr.gouv.apprentissage.bal.habilitation.Decision;
import fr.gouv.apprentissage.bal.habilitation.Droit;
import fr.gouv.apprentissage.bal.habilitation.Masque;
import fr.gouv.apprentissage.bal.habilitation.Octroi;
import fr.gouv.apprentissage.bal.habilitation.Perimetre;
import fr.gouv.apprentissage.bal.habilitation.Registre;
import fr.gouv.apprentissage.bal.passerelle.schema.Racines;
import fr.gouv.apprentissage.bal.passerelle.schema.SchemaServi;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.execution.MergedField;
import graphql.execution.ValuesResolver;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLSchema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A page of contracts, compiled by the compiler of production for a client that may read all fields of the rows of its perimeters. */
record PageDeTest(Racine.Page page, Map<String, Object> arguments) {

    private static final GraphQLSchema SCHEMA = SchemaServi.executable(
            SchemaServi.servi(), GraphQLCodeRegistry.newCodeRegistry().build());
    private static final Catalogue CATALOGUE = catalogue();
    private static final LocalDate JOUR = LocalDate.of(2026, 6, 1);

    /** The page that {@code contrats(arguments) { selection }} asks for. */
    static PageDeTest de(List<Perimetre> perimetres, String arguments, String selection) {
        var document = new Parser()
                .parseDocument("{ contrats" + (arguments.isEmpty() ? "" : "(" + arguments + ")") + selection + " }");
        var champ = (Field) document.getFirstDefinitionOfType(OperationDefinition.class)
                .orElseThrow()
                .getSelectionSet()
                .getSelections()
                .get(0);
        var lus = ValuesResolver.getArgumentValues(
                SCHEMA.getCodeRegistry(),
                SCHEMA.getQueryType().getFieldDefinition("contrats").getArguments(),
                champ.getArguments(),
                CoercedVariables.emptyVariables(),
                GraphQLContext.getDefault(),
                Locale.FRENCH);
        var plan = Compilateur.compile(
                new DemandeDePlan(SCHEMA, Map.of(), Map.of(), decision(perimetres), CATALOGUE, 1),
                List.of(MergedField.newMergedField(champ).build()),
                Map.of("contrats", lus));
        return new PageDeTest((Racine.Page) plan.racines().get(0), lus);
    }

    /**
     * The values of an execution.
     *
     * @param ids internal ids of a criterion by ids
     * @param limite rows of the page
     * @param apres position after which it starts
     */
    Valeurs valeurs(Long[] ids, int limite, Optional<Position> apres) {
        return source -> switch (source.genre()) {
            case ARGUMENT -> argument(source.nom());
            case IDS -> ids;
            case LIMITE -> limite + 1L;
            case POSITION_TRI -> apres.orElseThrow().tri();
            case POSITION_ID -> apres.orElseThrow().id();
            default -> throw new IllegalStateException("sans valeur ici : " + source);
        };
    }

    /** Of a row in an order. */
    record Position(LocalDate tri, long id) {}

    private Object argument(String chemin) {
        Object valeur = arguments;
        for (var nom : chemin.split("\\.")) {
            valeur = ((Map<?, ?>) valeur).get(nom);
        }
        return valeur instanceof List<?> liste ? liste.stream().map(Textes::de).toArray(String[]::new) : valeur;
    }

    private static Decision decision(List<Perimetre> perimetres) {
        var tout = CATALOGUE.tous().stream()
                .collect(Collectors.toMap(
                        ChampDeclare::coordonnee,
                        champ -> new Droit(Set.of(Acces.LIRE, Acces.FILTRER, Acces.TRIER), Masque.AUCUN)));
        var octrois = new ArrayList<Octroi>();
        for (var perimetre : perimetres) {
            octrois.add(new Octroi(
                    "octroi-" + octrois.size(),
                    "client",
                    "mesure",
                    "base",
                    "DGEFP",
                    JOUR,
                    JOUR,
                    Optional.empty(),
                    perimetre,
                    tout));
        }
        return Decision.de(new Registre(1, Map.of(), octrois), "client", Optional.of("mesure"), JOUR);
    }

    private static Catalogue catalogue() {
        var racines = Racines.servies();
        return Declarations.catalogue(racines.habilitables(), racines.extensions(), racines.connexions());
    }
}
