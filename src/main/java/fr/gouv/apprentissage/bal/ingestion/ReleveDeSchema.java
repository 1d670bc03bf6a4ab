package fr.gouv.apprentissage.bal.ingestion;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Holds the rows of a page or a part against the contract of their source while they are read. One per page or part: not for several threads. Keeps
 * fields and shapes, never a value; nor a name that might be one, since a source may use values as names.
 */
public final class ReleveDeSchema {

    /** From how many rows on a field that none has is a drift. */
    public static final int ASSEZ = 200;

    private static final String TU = "…";
    private static final int NOUVEAUX = 50;
    private static final Pattern NOM = Pattern.compile("[A-Za-z][A-Za-z_]{0,39}[0-9]{0,2}");

    private final Map<String, Derive> derives = new HashMap<>();
    private final Set<String> nouveaux = new HashSet<>();
    private final Noeud racine = new Noeud("");
    private final List<Noeud> toujours = new ArrayList<>();
    private final List<Noeud> souvent = new ArrayList<>();
    private int lignes;

    /** A place in a row. Objects and lists have others below. */
    private static final class Noeud {

        private final String chemin;
        private final Map<String, Noeud> enfants = new HashMap<>();
        private Set<ContratDeSchema.Type> types = Set.of();
        // Number of the last row that had it; 0: none.
        private int vu;

        Noeud(String chemin) {
            this.chemin = chemin;
        }

        boolean admet(JsonNode valeur) {
            if (enfants.isEmpty()) {
                return types.stream().anyMatch(type -> type.admet(valeur));
            }
            return enfants.containsKey("*") ? valeur.isArray() : valeur.isObject();
        }
    }

    /** @param contrat what rows are held against: of a source, or of one extract of it */
    public ReleveDeSchema(ContratDeSchema contrat) {
        for (var champ : contrat.champs()) {
            var noeud = racine;
            for (var nom : champ.champ().substring(1).split("/")) {
                var dessus = noeud.chemin;
                noeud = noeud.enfants.computeIfAbsent(nom, nouveau -> new Noeud(dessus + "/" + nouveau));
            }
            noeud.types = champ.types();
            if (champ.presence() == ContratDeSchema.Presence.TOUJOURS) {
                toujours.add(noeud);
            } else if (champ.presence() == ContratDeSchema.Presence.SOUVENT) {
                souvent.add(noeud);
            }
        }
    }

    /** Looks at a row. One that is no object is nobody's row, which is no matter of fields. */
    public void compare(JsonNode ligne) {
        if (!ligne.isObject()) {
            return;
        }
        lignes++;
        descends(racine, ligne);
        for (var noeud : toujours) {
            if (noeud.vu != lignes) {
                note(noeud.chemin, NatureDeDerive.ABSENT, 1, List.of());
            }
        }
    }

    /** What was found, once the page or part was read to its end. */
    public Derives derives() {
        if (lignes >= ASSEZ) {
            souvent.stream()
                    .filter(noeud -> noeud.vu == 0)
                    .forEach(noeud -> note(noeud.chemin, NatureDeDerive.ABSENT, lignes, List.of()));
        }
        return Derives.de(derives.values());
    }

    private void descends(Noeud attendu, JsonNode objet) {
        for (var champ : objet.properties()) {
            var noeud = attendu.enfants.get(champ.getKey());
            if (noeud == null) {
                note(
                        attendu.chemin + "/" + nom(attendu, champ.getKey()),
                        NatureDeDerive.NOUVEAU,
                        1,
                        List.of(forme(champ.getValue())));
            } else {
                regarde(noeud, champ.getValue());
            }
        }
    }

    private void regarde(Noeud noeud, JsonNode valeur) {
        if (valeur.isNull() || valeur.isTextual() && valeur.textValue().isBlank()) {
            return;
        }
        noeud.vu = lignes;
        if (!noeud.admet(valeur)) {
            note(noeud.chemin, NatureDeDerive.RETYPE, 1, List.of(forme(valeur)));
        } else if (valeur.isArray()) {
            valeur.forEach(element -> regarde(noeud.enfants.get("*"), element));
        } else if (valeur.isObject()) {
            descends(noeud, valeur);
        }
    }

    private String nom(Noeud dessus, String nom) {
        if (!NOM.matcher(nom).matches()) {
            return TU;
        }
        var chemin = dessus.chemin + "/" + nom;
        if (nouveaux.contains(chemin) || nouveaux.size() < NOUVEAUX) {
            nouveaux.add(chemin);
            return nom;
        }
        return TU;
    }

    private void note(String chemin, NatureDeDerive nature, int nombre, List<String> formes) {
        derives.merge(chemin + ' ' + nature, new Derive(chemin, nature, nombre, formes), Derive::plus);
    }

    /** What a value looks like, and nothing that it says. */
    static String forme(JsonNode valeur) {
        return switch (valeur.getNodeType()) {
            case STRING -> "texte(" + valeur.textValue().length() + ")";
            case NUMBER -> "nombre";
            case BOOLEAN -> "booleen";
            case OBJECT -> "objet{" + valeur.size() + "}";
            case ARRAY -> "liste[" + valeur.size() + "]";
            default -> "nul";
        };
    }
}
