package fr.gouv.apprentissage.bal.passerelle.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A document while it is written: variables, fragments, and how values stand in it. */
final class Cas {

    /** A word of an enumeration, that a literal does not quote. */
    record Mot(String nom) {}

    private final Hasard hasard;
    private final List<String> declarations = new ArrayList<>();
    private final Map<String, Supplier<Object>> variables = new LinkedHashMap<>();
    private final List<String> fragments = new ArrayList<>();
    private final List<String> racines = new ArrayList<>();
    private int numero;

    Cas(Hasard hasard) {
        this.hasard = hasard;
    }

    int prochain() {
        return ++numero;
    }

    void racine(String texte) {
        racines.add(texte);
    }

    /** The text of this argument: literal or variable; an absent one (null) is left out, or said to be null. */
    String argument(String nom, String type, Supplier<Object> valeur) {
        if (hasard.une(2, 5)) {
            return nom + ": " + variable(type, valeur);
        }
        var dite = valeur.get();
        return dite == null && hasard.une(3, 4) ? "" : nom + ": " + litteral(dite);
    }

    String variable(String type, Supplier<Object> valeur) {
        var nom = "v" + prochain();
        declarations.add("$" + nom + ": " + type);
        variables.put(nom, valeur);
        return "$" + nom;
    }

    String fragment(String type, String selection) {
        var nom = "F" + prochain();
        fragments.add("fragment " + nom + " on " + type + " " + selection);
        return "..." + nom;
    }

    static String litteral(Object valeur) {
        if (valeur instanceof Mot mot) {
            return mot.nom();
        }
        if (valeur instanceof List<?> liste) {
            return "[" + String.join(", ", liste.stream().map(Cas::litteral).toList()) + "]";
        }
        if (valeur instanceof Map<?, ?> champs) {
            var textes = new ArrayList<String>();
            champs.forEach((nom, contenu) -> textes.add(nom + ": " + litteral(contenu)));
            return "{" + String.join(", ", textes) + "}";
        }
        return valeur instanceof String texte ? "\"" + texte + "\"" : String.valueOf(valeur);
    }

    String texte() {
        var tete = declarations.isEmpty() ? "query" : "query Q(" + String.join(", ", declarations) + ")";
        return tete + " {\n  " + String.join("\n  ", racines) + "\n}\n" + String.join("\n", fragments);
    }

    /** Values for the variables, others at each call; some that may be absent are. */
    Map<String, Object> variables() {
        var valeurs = new LinkedHashMap<String, Object>();
        variables.forEach((nom, valeur) -> {
            var tiree = brute(valeur.get());
            if (tiree != null || hasard.une(1, 2)) {
                valeurs.put(nom, tiree);
            }
        });
        return valeurs;
    }

    private static Object brute(Object valeur) {
        if (valeur instanceof Mot mot) {
            return mot.nom();
        }
        if (valeur instanceof List<?> liste) {
            return liste.stream().map(Cas::brute).toList();
        }
        if (valeur instanceof Map<?, ?> champs) {
            var bruts = new LinkedHashMap<String, Object>();
            champs.forEach((nom, contenu) -> bruts.put((String) nom, brute(contenu)));
            return bruts;
        }
        return valeur;
    }
}
