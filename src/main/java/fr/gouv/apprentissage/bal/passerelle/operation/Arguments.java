package fr.gouv.apprentissage.bal.passerelle.operation;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Field;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the arguments of an operation's fields say of rows and of searches. */
final class Arguments {
    private static final String FIRST = "first";

    private final Map<String, VariableDefinition> variables;

    Arguments(OperationDefinition operation) {
        this.variables = operation.getVariableDefinitions().stream()
                .collect(Collectors.toMap(
                        VariableDefinition::getName, variable -> variable, (premiere, seconde) -> premiere));
    }

    /** As often as the field shows objects: {@code first}, else 100 of a list, else once. */
    Points fois(Field champ, GraphQLFieldDefinition definition, Points unite) {
        var first = definition.getArgument(FIRST);
        if (first == null) {
            var liste = GraphQLTypeUtil.unwrapNonNull(definition.getType()) instanceof GraphQLList;
            return liste ? Points.produit(Taux.LISTE, unite) : unite;
        }
        var defaut = first.getArgumentDefaultValue().getValue() instanceof IntValue entier ? lignes(entier) : 1;
        return argument(champ, FIRST)
                .map(valeur -> fois(valeur, defaut, unite))
                .orElseGet(() -> Points.produit(defaut, unite));
    }

    private Points fois(Value<?> valeur, long defaut, Points unite) {
        if (valeur instanceof IntValue entier) {
            return Points.produit(lignes(entier), unite);
        }
        if (valeur instanceof VariableReference reference) {
            return new Points.Page(reference.getName(), sansVariable(reference.getName(), defaut), defaut, unite);
        }
        return Points.produit(defaut, unite);
    }

    private long sansVariable(String nom, long defaut) {
        var definition = variables.get(nom);
        return definition != null && definition.getDefaultValue() instanceof IntValue entier ? lignes(entier) : defaut;
    }

    private static long lignes(IntValue entier) {
        return Taux.lignes(entier.getValue());
    }

    /** Values that the field's arguments search by equality on personal criteria. */
    Points recherches(Field champ, GraphQLFieldDefinition definition) {
        var parties = new ArrayList<Points>();
        for (var declare : definition.getArguments()) {
            if (CriteresPersonnels.contient(declare.getType())) {
                argument(champ, declare.getName())
                        .ifPresent(valeur -> parties.add(recherches(valeur, declare.getType(), false)));
            }
        }
        return Points.somme(parties);
    }

    private Points recherches(Value<?> valeur, GraphQLInputType type, boolean personnel) {
        if (valeur instanceof NullValue) {
            return Points.AUCUN;
        }
        if (valeur instanceof VariableReference reference) {
            return new CriteresPersonnels.Variable(
                    reference.getName(), type, personnel, parDefaut(reference.getName(), type, personnel));
        }
        if (valeur instanceof ArrayValue liste) {
            return Points.somme(liste.getValues().stream()
                    .map(element -> recherches(element, type, personnel))
                    .toList());
        }
        if (personnel) {
            return new Points.Fixe(1);
        }
        if (!(valeur instanceof ObjectValue objet)
                || !(GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLInputObjectType champs)) {
            return Points.AUCUN;
        }
        var parties = new ArrayList<Points>();
        for (var champ : objet.getObjectFields()) {
            var definition = champs.getFieldDefinition(champ.getName());
            if (definition != null) {
                parties.add(recherches(
                        champ.getValue(), definition.getType(), CriteresPersonnels.estPersonnel(definition)));
            }
        }
        return Points.somme(parties);
    }

    private Points parDefaut(String variable, GraphQLInputType type, boolean personnel) {
        var definition = variables.get(variable);
        // the grammar lets no variable into a default: this ends
        return definition == null || definition.getDefaultValue() == null
                ? Points.AUCUN
                : recherches(definition.getDefaultValue(), type, personnel);
    }

    private static Optional<Value<?>> argument(Field champ, String nom) {
        return champ.getArguments().stream()
                .filter(argument -> argument.getName().equals(nom))
                .findFirst()
                .map(Argument::getValue);
    }
}
