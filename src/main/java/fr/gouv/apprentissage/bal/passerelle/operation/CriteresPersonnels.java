package fr.gouv.apprentissage.bal.passerelle.operation;

import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLTypeUtil;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.Set;

/** Criteria that the schema marks {@code @personnel}: what is searched by equality on a blind index. */
final class CriteresPersonnels {
    private CriteresPersonnels() {}

    static boolean estPersonnel(GraphQLInputObjectField champ) {
        return champ.hasAppliedDirective("personnel");
    }

    /** Whether a value of this type may hold a personal criterion. */
    static boolean contient(GraphQLInputType type) {
        return contient(type, new HashSet<>());
    }

    private static boolean contient(GraphQLInputType type, Set<String> vus) {
        return GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLInputObjectType objet
                && vus.add(objet.getName())
                && objet.getFieldDefinitions().stream()
                        .anyMatch(champ -> estPersonnel(champ) || contient(champ.getType(), vus));
    }

    /**
     * Values that a variable searches by.
     *
     * @param nom name of the variable
     * @param type of the place that it is used at
     * @param personnel whether that place is a personal criterion itself
     * @param parDefaut where the variable is absent
     */
    record Variable(String nom, GraphQLInputType type, boolean personnel, Points parDefaut) implements Points {
        @Override
        public long pour(Comptage comptage) {
            var valeur = comptage.variables().get(nom);
            return valeur == null ? parDefaut.pour(comptage) : compte(valeur, type, personnel);
        }
    }

    private static long compte(JsonValue valeur, GraphQLInputType type, boolean personnel) {
        if (valeur.getValueType() == JsonValue.ValueType.NULL) {
            return 0;
        }
        if (valeur instanceof JsonArray liste) {
            return liste.stream()
                    .mapToLong(element -> compte(element, type, personnel))
                    .sum();
        }
        if (personnel) {
            return 1;
        }
        if (!(valeur instanceof JsonObject objet)
                || !(GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLInputObjectType champs)) {
            return 0;
        }
        return objet.entrySet().stream()
                .filter(entree -> champs.getFieldDefinition(entree.getKey()) != null)
                .mapToLong(entree -> {
                    var champ = champs.getFieldDefinition(entree.getKey());
                    return compte(entree.getValue(), champ.getType(), estPersonnel(champ));
                })
                .sum();
    }
}
