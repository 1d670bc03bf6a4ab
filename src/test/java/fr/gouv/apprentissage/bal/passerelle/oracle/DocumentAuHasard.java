package fr.gouv.apprentissage.bal.passerelle.oracle;

import fr.gouv.apprentissage.bal.passerelle.oracle.Cas.Mot;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Documents: every root field, fields twice, aliases, fragments, directives, relations into one another, pages and their parts. */
final class DocumentAuHasard {

    private static final int PROFONDEUR = 7;
    private static final List<String> RELATIONS = List.of("nodes", "alternant", "contrats");
    private static final List<String> TECHNIQUES = List.of("changements", "sources", "adresse", "representants");

    private final Hasard hasard;
    private final List<String> contrats;
    private final List<String> personnes;
    private final FiltreAuHasard filtres;
    private final List<String> curseurs;

    /**
     * Documents about these rows.
     *
     * @param curseurs cursors for {@code after}; those of other pages are refused
     */
    DocumentAuHasard(Hasard hasard, Monde monde, List<String> contrats, List<String> personnes, List<String> curseurs) {
        this.hasard = hasard;
        this.contrats = contrats;
        this.personnes = personnes;
        this.curseurs = curseurs;
        this.filtres = new FiltreAuHasard(hasard, monde, contrats);
    }

    Cas cas() {
        var cas = new Cas(hasard);
        for (int i = hasard.une(1, 5) ? 2 : 1; i > 0; i--) {
            switch (hasard.entre(0, 6)) {
                case 0 -> unique(cas, "contrat", "Contrat", contrats);
                case 1 -> unique(cas, "personne", "Personne", personnes);
                case 2, 3 -> page(cas, "personnes", "Personne", filtre(cas, "PersonneFiltre!", filtres::personnes));
                default -> page(cas, "contrats", "Contrat", contratsArguments(cas));
            }
        }
        return cas;
    }

    private void unique(Cas cas, String nom, String type, List<String> ids) {
        var tete = "r" + cas.prochain() + ": " + nom + "(" + cas.argument("id", "ID!", () -> hasard.un(ids)) + ") ";
        cas.racine(tete + selection(cas, type, 1));
        if (hasard.une(1, 6)) {
            cas.racine(tete + selection(cas, type, 1));
        }
    }

    private String contratsArguments(Cas cas) {
        return filtre(cas, "ContratFiltre", filtres::contrats)
                + " "
                + cas.argument(
                        "tri",
                        "ContratTri",
                        () -> hasard.une(1, 2) ? null : new Mot(hasard.une(1, 2) ? "DATE_DEBUT" : "DATE_DEBUT_DESC"));
    }

    private String filtre(Cas cas, String type, Supplier<Object> valeur) {
        return "filtre: " + filtres.texte(cas, type, valeur);
    }

    private void page(Cas cas, String nom, String type, String arguments) {
        var first = cas.argument("first", "Int", () -> hasard.une(1, 4) ? null : taille());
        var after = hasard.une(1, 40) ? cas.argument("after", "String", () -> hasard.un(curseurs)) : "";
        cas.racine("r" + cas.prochain() + ": " + nom + "(" + arguments + " " + first + " " + after + ") "
                + selection(cas, type + "Connection", 1));
    }

    private int taille() {
        return hasard.une(1, 40) ? hasard.entre(-1, 0) : hasard.une(1, 60) ? 201 : hasard.entre(1, 6);
    }

    private String selection(Cas cas, String type, int profondeur) {
        var objet = (GraphQLObjectType) Banc.SCHEMA.getType(type);
        var champs = new ArrayList<String>();
        var possibles = objet.getFieldDefinitions().stream()
                .filter(champ -> profondeur < PROFONDEUR || feuille(champ))
                .toList();
        var choisis = new ArrayList<>(hasard.quelques(possibles, 1, type.endsWith("Connection") ? 3 : 6));
        possibles.stream()
                .filter(champ -> RELATIONS.contains(champ.getName()) && !choisis.contains(champ) && hasard.une(1, 4))
                .forEach(choisis::add);
        for (var champ : choisis) {
            champs.add(champ(cas, champ, profondeur));
            if (hasard.une(1, 12)) {
                champs.add(champ(cas, champ, profondeur));
            }
        }
        if (hasard.une(1, 8)) {
            champs.add("__typename");
        }
        if (hasard.une(1, 10) && champs.size() > 1) {
            champs.set(0, enveloppe(cas, type, champs.get(0) + " " + champs.get(champs.size() - 1)));
        }
        return "{ " + String.join(" ", champs) + " }";
    }

    private String enveloppe(Cas cas, String type, String champs) {
        return switch (hasard.entre(0, 2)) {
            case 0 -> "..." + directive(cas) + " { " + champs + " }";
            case 1 -> "... on " + type + directive(cas) + " { " + champs + " }";
            default -> cas.fragment(type, "{ " + champs + " }") + directive(cas);
        };
    }

    private String champ(Cas cas, GraphQLFieldDefinition champ, int profondeur) {
        var alias = hasard.une(1, 6) ? "a" + cas.prochain() + ": " : "";
        var sous = feuille(champ)
                ? ""
                : " "
                        + selection(
                                cas,
                                ((GraphQLObjectType) GraphQLTypeUtil.unwrapAll(champ.getType())).getName(),
                                TECHNIQUES.contains(champ.getName()) ? PROFONDEUR : profondeur + 1);
        return alias + champ.getName() + directive(cas) + sous;
    }

    private String directive(Cas cas) {
        if (!hasard.une(1, 12)) {
            return "";
        }
        var nom = hasard.une(1, 2) ? " @skip(if: " : " @include(if: ";
        return nom + (hasard.une(1, 2) ? cas.variable("Boolean!", () -> hasard.une(1, 2)) : hasard.une(1, 2)) + ")";
    }

    private static boolean feuille(GraphQLFieldDefinition champ) {
        return !(GraphQLTypeUtil.unwrapAll(champ.getType()) instanceof GraphQLObjectType);
    }
}
