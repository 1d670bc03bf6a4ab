package fr.gouv.apprentissage.bal.passerelle.schema;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import graphql.language.DirectiveDefinition;
import graphql.language.DirectivesContainer;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.SDLDefinition;
import graphql.language.TypeDefinition;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes a schema of what shows, from definitions: to take types off a schema that is made leaves what they led to (STACK.md, "The schema,
 * derived from the records and swapped in").
 */
final class Elagage {
    private final TypeDefinitionRegistry tout;
    private final Visibles visibles;
    private final Set<String> types;
    private final Set<String> directives = new HashSet<>();

    private Elagage(TypeDefinitionRegistry tout, Visibles visibles) {
        this.tout = tout;
        this.visibles = visibles;
        this.types = visibles.types();
    }

    /** A schema that can be asked about, and printed, but answers nothing. */
    static GraphQLSchema schema(TypeDefinitionRegistry tout, Visibles visibles) {
        return UnExecutableSchemaGenerator.makeUnExecutableSchema(new Elagage(tout, visibles).definitions());
    }

    private TypeDefinitionRegistry definitions() {
        var montrees = new TypeDefinitionRegistry();
        var enumerations = new HashSet<String>();
        tout.types().values().stream()
                .filter(type -> types.contains(type.getName()))
                .map(this::definition)
                .forEach(montrees::add);
        tout.getDirectiveDefinitions().values().stream()
                .filter(directive -> directives.contains(directive.getName()))
                .forEach(directive -> {
                    montrees.add(directive);
                    enumerations.addAll(arguments(directive));
                });
        enumerations.stream()
                .filter(nom -> !types.contains(nom) && tout.types().containsKey(nom))
                .map(nom -> (SDLDefinition<?>) tout.types().get(nom))
                .forEach(montrees::add);
        visibles.scalaires().stream()
                .filter(Definitions::propre)
                .map(nom -> tout.scalars().get(nom))
                .forEach(montrees::add);
        return montrees;
    }

    private SDLDefinition<?> definition(TypeDefinition<?> type) {
        if (type instanceof ObjectTypeDefinition objet) {
            var champs = objet.getFieldDefinitions().stream()
                    .filter(champ -> montre(type, champ.getName()))
                    .map(this::champ)
                    .toList();
            return objet.transform(builder -> builder.fieldDefinitions(champs));
        }
        if (type instanceof InputObjectTypeDefinition entree) {
            var criteres = entree.getInputValueDefinitions().stream()
                    .filter(critere -> montre(type, critere.getName()))
                    .toList();
            criteres.forEach(this::note);
            return entree.transform(builder -> builder.inputValueDefinitions(criteres));
        }
        var enumeration = (EnumTypeDefinition) type;
        var valeurs = enumeration.getEnumValueDefinitions().stream()
                .filter(valeur -> montre(type, valeur.getName()))
                .toList();
        return enumeration.transform(builder -> builder.enumValueDefinitions(valeurs));
    }

    private FieldDefinition champ(FieldDefinition champ) {
        note(champ);
        var arguments =
                champ.getInputValueDefinitions().stream().filter(this::montre).toList();
        arguments.forEach(this::note);
        return champ.transform(builder -> builder.inputValueDefinitions(arguments));
    }

    private boolean montre(TypeDefinition<?> type, String membre) {
        return visibles.membres().contains(new Coordonnee(type.getName(), membre));
    }

    /** An argument shows when its type does. */
    private boolean montre(InputValueDefinition argument) {
        var type = Definitions.nom(argument.getType());
        return types.contains(type) || !tout.types().containsKey(type);
    }

    /** A directive shows where it is used. */
    private void note(DirectivesContainer<?> element) {
        element.getDirectives().forEach(directive -> directives.add(directive.getName()));
    }

    private static List<String> arguments(DirectiveDefinition directive) {
        return directive.getInputValueDefinitions().stream()
                .map(argument -> Definitions.nom(argument.getType()))
                .toList();
    }
}
