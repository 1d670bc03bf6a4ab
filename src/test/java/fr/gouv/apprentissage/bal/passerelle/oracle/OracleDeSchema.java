package fr.gouv.apprentissage.bal.passerelle.oracle;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.habilitation.Acces;
import fr.gouv.apprentissage.bal.habilitation.Octroi;
import fr.gouv.apprentissage.bal.habilitation.Registre;
import graphql.language.ArrayValue;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.StringValue;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.TypeUtil;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a client could ever see of the schema, said by walking: a field shows when it lies on some way from a root field down to a value, each step of
 * which one purpose grants. Built from the schema's text, knows nothing of how the visible one is made.
 */
final class OracleDeSchema {

    private static final Set<String> RESERVEES_A_L_ADMINISTRATION = Set.of(
            "Query.clients",
            "Query.connecteurs",
            "Query.quarantaine",
            "Mutation.annuleExecution",
            "Mutation.rejoueQuarantaine",
            "Query.rotationsDeCles",
            "Mutation.tourneCle",
            "Mutation.retireCle",
            "Query.epoques",
            "Mutation.ouvreEpoque",
            "Query.rotationsDIndex",
            "Mutation.tourneIndex",
            "Mutation.renveloppeCles",
            "Mutation.retireIndex",
            "Query.simuleHabilitation",
            "Query.operationsEnregistrees",
            "Mutation.enregistreOperation",
            "Mutation.retireOperation",
            "Mutation.lanceConnecteur",
            "Mutation.accordeHabilitation",
            "Mutation.modifieHabilitation",
            "Mutation.accepteHabilitation",
            "Mutation.revoqueHabilitation",
            "Mutation.creeClient",
            "Mutation.suspendClient",
            "Mutation.reprendClient");
    private static final Set<String> RESERVEES_AU_DELEGUE = Set.of("Query.divulgations", "Mutation.effacePersonne");
    private static final Map<String, String> ORDRES = Map.of(
            "ContratTri.DATE_DEBUT", "Contrat.dateDebut",
            "ContratTri.DATE_DEBUT_DESC", "Contrat.dateDebut");

    private final TypeDefinitionRegistry schema;
    private final Set<String> habilitables;
    private final boolean delegue;
    private final Set<String> vus = new TreeSet<>();
    private Set<String> droits = Set.of();

    OracleDeSchema(TypeDefinitionRegistry schema, Set<String> coordonneesHabilitables, boolean delegue) {
        this.schema = schema;
        this.habilitables = coordonneesHabilitables;
        this.delegue = delegue;
    }

    /** Every field, argument, criterion and enum value that shows. */
    Set<String> visibles(Registre registre, String client, LocalDate jour) {
        var parFinalite = new ArrayList<Set<String>>();
        parFinalite.add(Set.of());
        for (Octroi un : registre.octrois()) {
            var siens = new HashSet<String>();
            for (Octroi octroi : registre.octrois()) {
                if (octroi.client().equals(client)
                        && octroi.finalite().equals(un.finalite())
                        && octroi.motifRevocation().isEmpty()
                        && !octroi.au().isBefore(jour)) {
                    siens.addAll(droits(registre, client, octroi));
                }
            }
            parFinalite.add(siens);
        }
        for (var siens : parFinalite) {
            droits = siens;
            for (var racine : List.of("Query", "Mutation")) {
                marche(racine, new ArrayDeque<>());
            }
        }
        return vus;
    }

    private static Set<String> droits(Registre registre, String client, Octroi octroi) {
        var suspension = registre.clients().get(client).suspension();
        var siens = new HashSet<String>();
        for (var droit : octroi.droits().entrySet()) {
            if (!suspension.totale() && !suspension.coordonnees().contains(droit.getKey())) {
                for (Acces acces : droit.getValue().acces()) {
                    siens.add(acces + " " + droit.getKey());
                }
            }
        }
        return siens;
    }

    private void marche(String type, Deque<String> chemin) {
        for (FieldDefinition champ : objet(type).getFieldDefinitions()) {
            var coordonnee = type + "." + champ.getName();
            if (!chemin.contains(coordonnee) && permis(type, coordonnee) && appelable(champ)) {
                chemin.addLast(coordonnee);
                if (estObjet(nom(champ.getType()))) {
                    marche(nom(champ.getType()), chemin);
                } else {
                    vus.addAll(chemin);
                    chemin.forEach(this::avecSesArguments);
                    valeurs(nom(champ.getType()));
                }
                chemin.removeLast();
            }
        }
    }

    private boolean permis(String type, String coordonnee) {
        if (RESERVEES_A_L_ADMINISTRATION.contains(coordonnee)) {
            return false;
        }
        if (RESERVEES_AU_DELEGUE.contains(coordonnee)) {
            return delegue;
        }
        if (habilitables.contains(coordonnee) && !droits.contains("LIRE " + coordonnee)) {
            return false;
        }
        return switch (type) {
            case "Contrat", "ContratConnection", "ContratEdge" -> litDe("Contrat");
            case "Personne", "PersonneConnection", "PersonneEdge" -> litDe("Personne") && litDe("Contrat");
            default -> true;
        };
    }

    private boolean litDe(String type) {
        return droits.stream().anyMatch(droit -> droit.startsWith("LIRE " + type + "."));
    }

    private boolean appelable(FieldDefinition champ) {
        return champ.getInputValueDefinitions().stream()
                .filter(OracleDeSchema::obligatoire)
                .allMatch(argument -> donnable(argument.getType()));
    }

    private boolean donnable(Type<?> type) {
        var nom = nom(type);
        if (schema.types().get(nom) instanceof EnumTypeDefinition enumeration) {
            return enumeration.getEnumValueDefinitions().stream()
                    .anyMatch(valeur -> ordonnable(nom + "." + valeur.getName()));
        }
        if (!(schema.types().get(nom) instanceof InputObjectTypeDefinition entree)) {
            return true;
        }
        var criteres = entree.getInputValueDefinitions();
        return criteres.stream().anyMatch(this::utilisable)
                && criteres.stream().filter(OracleDeSchema::obligatoire).allMatch(this::utilisable);
    }

    private boolean utilisable(InputValueDefinition critere) {
        for (var directive : critere.getDirectives("filtre")) {
            var par = (ArrayValue) directive.getArgument("par").getValue();
            for (var valeur : par.getValues()) {
                if (!droits.contains("FILTRER " + ((StringValue) valeur).getValue())) {
                    return false;
                }
            }
        }
        return donnable(critere.getType());
    }

    private boolean ordonnable(String valeur) {
        return !ORDRES.containsKey(valeur) || droits.contains("TRIER " + ORDRES.get(valeur));
    }

    private void avecSesArguments(String champ) {
        var coordonnee = Coordonnee.lis(champ);
        objet(coordonnee.type()).getFieldDefinitions().stream()
                .filter(definition -> definition.getName().equals(coordonnee.champ()))
                .flatMap(definition -> definition.getInputValueDefinitions().stream())
                .filter(argument -> donnable(argument.getType()))
                .forEach(argument -> {
                    vus.add(champ + "(" + argument.getName() + ")");
                    valeurs(nom(argument.getType()));
                });
    }

    private void valeurs(String type) {
        if (schema.types().get(type) instanceof EnumTypeDefinition enumeration) {
            enumeration.getEnumValueDefinitions().stream()
                    .map(valeur -> type + "." + valeur.getName())
                    .filter(this::ordonnable)
                    .forEach(vus::add);
        } else if (schema.types().get(type) instanceof InputObjectTypeDefinition entree) {
            entree.getInputValueDefinitions().stream().filter(this::utilisable).forEach(critere -> {
                vus.add(type + "." + critere.getName());
                valeurs(nom(critere.getType()));
            });
        }
    }

    private boolean estObjet(String type) {
        return schema.types().get(type) instanceof ObjectTypeDefinition;
    }

    private ObjectTypeDefinition objet(String type) {
        return (ObjectTypeDefinition) schema.types().get(type);
    }

    private static String nom(Type<?> type) {
        return ((TypeName) TypeUtil.unwrapAll(type)).getName();
    }

    private static boolean obligatoire(InputValueDefinition valeur) {
        return TypeUtil.isNonNull(valeur.getType()) && valeur.getDefaultValue() == null;
    }
}
