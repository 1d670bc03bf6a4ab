package fr.gouv.apprentissage.bal.passerelle.oracle;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.EnumValue;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A document with its variables, read as the specification of GraphQL says: fields merged by key, directives applied, arguments as plain values. */
final class Lu {

    /** A selected field. */
    record Champ(String cle, String nom, List<Field> noeuds) {}

    private static final Object ABSENT = new Object();

    private final Document document;
    private final Map<String, Object> variables = new LinkedHashMap<>();

    Lu(Document document, Map<String, Object> donnees) {
        this.document = document;
        for (var definition : operation().getVariableDefinitions()) {
            if (donnees.containsKey(definition.getName())) {
                variables.put(definition.getName(), donnees.get(definition.getName()));
            } else if (definition.getDefaultValue() != null) {
                variables.put(definition.getName(), valeur(definition.getDefaultValue()));
            }
        }
    }

    private OperationDefinition operation() {
        return document.getFirstDefinitionOfType(OperationDefinition.class).orElseThrow();
    }

    List<Champ> racines() {
        var champs = new LinkedHashMap<String, Champ>();
        rassemble(operation().getSelectionSet(), champs);
        return List.copyOf(champs.values());
    }

    List<Champ> sous(Champ champ) {
        var champs = new LinkedHashMap<String, Champ>();
        champ.noeuds().forEach(noeud -> rassemble(noeud.getSelectionSet(), champs));
        return List.copyOf(champs.values());
    }

    private void rassemble(SelectionSet selections, Map<String, Champ> champs) {
        if (selections == null) {
            return;
        }
        for (var selection : selections.getSelections()) {
            if (selection instanceof Field champ && retenu(champ.getDirectives())) {
                champs.computeIfAbsent(champ.getResultKey(), cle -> new Champ(cle, champ.getName(), new ArrayList<>()))
                        .noeuds()
                        .add(champ);
            } else if (selection instanceof InlineFragment fragment && retenu(fragment.getDirectives())) {
                rassemble(fragment.getSelectionSet(), champs);
            } else if (selection instanceof FragmentSpread appel && retenu(appel.getDirectives())) {
                rassemble(fragment(appel.getName()).getSelectionSet(), champs);
            }
        }
    }

    private FragmentDefinition fragment(String nom) {
        return document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .filter(fragment -> fragment.getName().equals(nom))
                .findFirst()
                .orElseThrow();
    }

    private boolean retenu(List<Directive> directives) {
        for (var directive : directives) {
            var si = (Boolean) valeur(directive.getArgument("if").getValue());
            if (directive.getName().equals("skip") == si) {
                return false;
            }
        }
        return true;
    }

    /** The arguments that are there, {@code null} as absent: for this contract both mean the same. */
    Map<String, Object> arguments(Champ champ) {
        var arguments = new LinkedHashMap<String, Object>();
        for (Argument argument : champ.noeuds().get(0).getArguments()) {
            pose(arguments, argument.getName(), argument.getValue());
        }
        return arguments;
    }

    private void pose(Map<String, Object> arguments, String nom, Value<?> litteral) {
        var valeur = valeur(litteral);
        if (valeur != null && valeur != ABSENT) {
            arguments.put(nom, sansNuls(valeur));
        }
    }

    private static Object sansNuls(Object valeur) {
        if (!(valeur instanceof Map<?, ?> champs)) {
            return valeur;
        }
        var gardes = new LinkedHashMap<String, Object>();
        champs.forEach((nom, contenu) -> {
            if (contenu != null) {
                gardes.put((String) nom, sansNuls(contenu));
            }
        });
        return gardes;
    }

    private Object valeur(Value<?> litteral) {
        if (litteral instanceof VariableReference variable) {
            return variables.getOrDefault(variable.getName(), ABSENT);
        }
        if (litteral instanceof StringValue texte) {
            return texte.getValue();
        }
        if (litteral instanceof EnumValue mot) {
            return mot.getName();
        }
        if (litteral instanceof IntValue nombre) {
            return nombre.getValue().intValueExact();
        }
        if (litteral instanceof BooleanValue oui) {
            return oui.isValue();
        }
        if (litteral instanceof ArrayValue liste) {
            var valeurs = new ArrayList<Object>();
            liste.getValues().forEach(element -> valeurs.add(valeur(element)));
            return valeurs;
        }
        if (litteral instanceof ObjectValue objet) {
            var champs = new LinkedHashMap<String, Object>();
            objet.getObjectFields().forEach(champ -> pose(champs, champ.getName(), champ.getValue()));
            return champs;
        }
        return null;
    }
}
