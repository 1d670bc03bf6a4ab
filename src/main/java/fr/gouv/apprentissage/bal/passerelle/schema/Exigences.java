package fr.gouv.apprentissage.bal.passerelle.schema;

import fr.gouv.apprentissage.bal.declaration.Catalogue;
import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.declaration.Extension;
import fr.gouv.apprentissage.bal.declaration.Filtre;
import fr.gouv.apprentissage.bal.declaration.Ordre;
import fr.gouv.apprentissage.bal.declaration.Reserve;
import fr.gouv.apprentissage.bal.habilitation.Acces;
import fr.gouv.apprentissage.bal.habilitation.Horizon;
import graphql.language.ArrayValue;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.StringValue;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What each member of the schema demands of who would use it, as its declaration says. */
final class Exigences {
    private final Catalogue catalogue;
    private final Set<String> habilitables = new HashSet<>();
    private final Map<Coordonnee, String> roles = new HashMap<>();
    private final Map<Coordonnee, List<Coordonnee>> filtres = new HashMap<>();
    private final Map<Coordonnee, Coordonnee> ordres = new HashMap<>();
    /** Of a type that holds nothing of its own, the records that make it up. */
    private final Map<String, Set<String>> enregistrements = new HashMap<>();

    Exigences(Racines racines, SchemaDerive derive, Catalogue catalogue, Definitions definitions) {
        this.catalogue = catalogue;
        racines.habilitables().forEach(type -> habilitables.add(type.getSimpleName()));
        derive.racines().stream()
                .filter(racine -> racine.methode().isAnnotationPresent(Reserve.class))
                .forEach(racine -> roles.put(
                        new Coordonnee(racine.type(), racine.nom()),
                        racine.methode().getAnnotation(Reserve.class).value()));
        definitions.registre().getTypes(InputObjectTypeDefinition.class).forEach(type -> type.getInputValueDefinitions()
                .forEach(critere -> filtres.put(new Coordonnee(type.getName(), critere.getName()), par(critere))));
        derive.enums().forEach((nom, classe) -> Arrays.stream(classe.getFields())
                .filter(champ -> champ.isAnnotationPresent(Ordre.class))
                .forEach(champ -> ordres.put(
                        new Coordonnee(nom, champ.getName()),
                        Coordonnee.lis(champ.getAnnotation(Ordre.class).par()))));
        racines.extensions().forEach(this::enregistrements);
    }

    /** Whether a client with this horizon and these roles could ever use the member, as far as its own demands go. */
    boolean permis(Coordonnee membre, Horizon horizon, Set<String> roles) {
        if (this.roles.containsKey(membre)) {
            return roles.contains(this.roles.get(membre));
        }
        if (catalogue.champ(membre).isPresent()) {
            return horizon.accorde(membre, Acces.LIRE) && visible(membre.type(), horizon);
        }
        if (ordres.containsKey(membre)) {
            return horizon.accorde(ordres.get(membre), Acces.TRIER);
        }
        return filtres.getOrDefault(membre, List.of()).stream().allMatch(par -> horizon.accorde(par, Acces.FILTRER))
                && visible(membre.type(), horizon);
    }

    /** Records show when any field of their type may be read; what they make up, when one of them shows too. */
    private boolean visible(String type, Horizon horizon) {
        var rangees = rangees(type);
        return !habilitables.contains(rangees)
                || horizon.lit(rangees)
                        && (!enregistrements.containsKey(rangees)
                                || enregistrements.get(rangees).stream().anyMatch(horizon::lit));
    }

    /** A page and its edges show when their rows do. */
    private String rangees(String type) {
        for (var suffixe : List.of("Connection", "Edge")) {
            if (type.endsWith(suffixe)) {
                return type.substring(0, type.length() - suffixe.length());
            }
        }
        return type;
    }

    private void enregistrements(Class<?> extension) {
        var etendu = extension.getAnnotation(Extension.class).value().getSimpleName();
        for (var methode : extension.getDeclaredMethods()) {
            TypesJava.elements(methode.getGenericReturnType()).ifPresent(type -> enregistrements
                    .computeIfAbsent(etendu, cle -> new HashSet<>())
                    .add(((Class<?>) type).getSimpleName()));
        }
    }

    private static List<Coordonnee> par(InputValueDefinition critere) {
        return critere.getDirectives(Filtre.class.getSimpleName().toLowerCase(java.util.Locale.ROOT)).stream()
                .map(directive -> (ArrayValue) directive.getArgument("par").getValue())
                .flatMap(liste -> liste.getValues().stream())
                .map(valeur -> Coordonnee.lis(((StringValue) valeur).getValue()))
                .toList();
    }
}
