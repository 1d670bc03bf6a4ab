package fr.gouv.apprentissage.bal.passerelle.operation;

import fr.gouv.apprentissage.bal.passerelle.operation.Estimation.Estime;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Estimates a document against the schema, be it valid or not: what the schema does not know costs nothing here, and a fragment that contains
 * itself ends there; the engine refuses both.
 */
final class Estimateur {
    private static final String CONNEXION = "Connection";

    private final GraphQLSchema schema;
    private final Map<String, FragmentDefinition> fragments;
    private final Map<String, Estime> faits = new HashMap<>();
    private Arguments arguments;

    private Estimateur(GraphQLSchema schema, Document document) {
        this.schema = schema;
        this.fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .collect(Collectors.toMap(
                        FragmentDefinition::getName, fragment -> fragment, (premier, second) -> premier));
    }

    /** What each operation of the document costs and searches. */
    static Estimation estime(GraphQLSchema schema, Document document) {
        var operations = document.getDefinitionsOfType(OperationDefinition.class);
        return new Estimation(operations.stream()
                .collect(Collectors.toMap(
                        operation -> Optional.ofNullable(operation.getName()).orElse(""),
                        operation -> new Estimateur(schema, document).operation(operation),
                        (premiere, seconde) -> premiere)));
    }

    private Estime operation(OperationDefinition operation) {
        arguments = new Arguments(operation);
        var racine =
                switch (operation.getOperation()) {
                    case QUERY -> schema.getQueryType();
                    case MUTATION -> schema.getMutationType();
                    default -> null;
                };
        if (racine == null) {
            return Estime.RIEN;
        }
        var champs = ensemble(operation.getSelectionSet(), racine, Part.TOUT);
        return Estime.somme(List.of(new Estime(new Points.Fixe(Taux.REQUETE), Points.AUCUN), champs));
    }

    /** What of a connection is looked at: its rows are multiplied, its count is not. */
    private enum Part {
        TOUT,
        LIGNES,
        COMPTAGES
    }

    private Estime ensemble(SelectionSet selections, GraphQLObjectType type, Part part) {
        if (selections == null) {
            return Estime.RIEN;
        }
        var estimes = new ArrayList<Estime>();
        // a loop and no stream: fragments may stand in a long row, and each is some frames of the stack
        for (var selection : selections.getSelections()) {
            estimes.add(selection(selection, type, part));
        }
        return Estime.somme(estimes);
    }

    private Estime selection(Selection<?> selection, GraphQLObjectType type, Part part) {
        if (selection instanceof Field champ) {
            return champ(champ, type, part);
        }
        if (selection instanceof InlineFragment fragment) {
            return fragment.getTypeCondition() == null || admet(fragment.getTypeCondition(), type)
                    ? ensemble(fragment.getSelectionSet(), type, part)
                    : Estime.RIEN;
        }
        var nom = ((FragmentSpread) selection).getName();
        var fragment = fragments.get(nom);
        if (fragment == null || !admet(fragment.getTypeCondition(), type)) {
            return Estime.RIEN;
        }
        var cle = nom + ' ' + part;
        var fait = faits.putIfAbsent(cle, Estime.RIEN);
        if (fait != null) {
            return fait;
        }
        var estime = ensemble(fragment.getSelectionSet(), type, part);
        faits.put(cle, estime);
        return estime;
    }

    private static boolean admet(TypeName condition, GraphQLObjectType type) {
        return condition.getName().equals(type.getName());
    }

    private Estime champ(Field champ, GraphQLObjectType type, Part part) {
        var nom = champ.getName();
        if (nom.startsWith("__")) {
            var gratuit = nom.equals("__typename");
            return new Estime(gratuit ? Points.AUCUN : new Points.Fixe(Taux.INTROSPECTION), Points.AUCUN);
        }
        var definition = type.getFieldDefinition(nom);
        if (definition == null) {
            return Estime.RIEN;
        }
        if (part == Part.COMPTAGES || nom.equals("totalCount")) {
            return nom.equals("totalCount") && part != Part.LIGNES
                    ? new Estime(new Points.Fixe(Taux.COMPTAGE), Points.AUCUN)
                    : Estime.RIEN;
        }
        if (!(GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLObjectType objet)) {
            return new Estime(Points.AUCUN, arguments.recherches(champ, definition));
        }
        return objet(champ, definition, objet, structure(type));
    }

    private Estime objet(Field champ, GraphQLFieldDefinition definition, GraphQLObjectType objet, boolean structure) {
        if (structure) {
            return ensemble(champ.getSelectionSet(), objet, Part.TOUT);
        }
        var connexion = objet.getName().endsWith(CONNEXION);
        var dessous = ensemble(champ.getSelectionSet(), objet, connexion ? Part.LIGNES : Part.TOUT);
        var unite = Points.somme(List.of(new Points.Fixe(Taux.OBJET), dessous.cout()));
        var comptages = connexion ? ensemble(champ.getSelectionSet(), objet, Part.COMPTAGES) : Estime.RIEN;
        return new Estime(
                Points.somme(List.of(arguments.fois(champ, definition, unite), comptages.cout())),
                Points.somme(List.of(arguments.recherches(champ, definition), dessous.recherches())));
    }

    /** What holds rows and is none. */
    private static boolean structure(GraphQLObjectType type) {
        return type.getName().endsWith(CONNEXION) || type.getName().endsWith("Edge");
    }
}
