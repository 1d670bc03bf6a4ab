package fr.gouv.apprentissage.bal.passerelle.schema;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.schema.idl.ScalarInfo;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.TypeUtil;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The schema's definitions, as what shows of them is worked out.
 *
 * @param registre as they were parsed
 * @param parType the members of each type, in declared order
 */
record Definitions(TypeDefinitionRegistry registre, Map<String, List<Membre>> parType) {
    static Definitions de(String sdl) {
        var registre = new SchemaParser().parse(sdl);
        var parType = new TreeMap<String, List<Membre>>();
        registre.types().values().forEach(type -> parType.put(type.getName(), membres(type)));
        return new Definitions(registre, parType);
    }

    /** Whether this scalar is one of ours. */
    static boolean propre(String scalaire) {
        return !ScalarInfo.isGraphqlSpecifiedScalar(scalaire);
    }

    /** Name of a type, lists and non-null taken off. */
    static String nom(Type<?> type) {
        return ((TypeName) TypeUtil.unwrapAll(type)).getName();
    }

    private static List<Membre> membres(TypeDefinition<?> type) {
        if (type instanceof ObjectTypeDefinition objet) {
            return objet.getFieldDefinitions().stream()
                    .map(champ -> champ(type.getName(), champ))
                    .toList();
        }
        if (type instanceof InputObjectTypeDefinition entree) {
            return entree.getInputValueDefinitions().stream()
                    .map(critere -> critere(type.getName(), critere))
                    .toList();
        }
        return ((EnumTypeDefinition) type)
                .getEnumValueDefinitions().stream()
                        .map(valeur -> new Membre(
                                new Coordonnee(type.getName(), valeur.getName()), "", Set.of(), Set.of(), false))
                        .toList();
    }

    private static Membre champ(String type, FieldDefinition champ) {
        var siens = champ.getInputValueDefinitions().stream()
                .collect(Collectors.partitioningBy(
                        Definitions::obligatoire,
                        Collectors.mapping(argument -> nom(argument.getType()), Collectors.toSet())));
        var exige = Stream.concat(siens.get(true).stream(), Stream.of(nom(champ.getType())))
                .collect(Collectors.toSet());
        return new Membre(new Coordonnee(type, champ.getName()), nom(champ.getType()), exige, siens.get(false), false);
    }

    private static Membre critere(String type, InputValueDefinition critere) {
        var sien = nom(critere.getType());
        return new Membre(new Coordonnee(type, critere.getName()), sien, Set.of(sien), Set.of(), obligatoire(critere));
    }

    private static boolean obligatoire(InputValueDefinition valeur) {
        return TypeUtil.isNonNull(valeur.getType()) && valeur.getDefaultValue() == null;
    }
}
