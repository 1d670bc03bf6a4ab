package fr.gouv.apprentissage.bal.embarque.generateur;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/** The faults that a source has: values badly formed, codes that nobody knows, rows that say of nobody in particular. */
final class Defauts {

    /** A place in a row and what may wrongly stand there. */
    private record Defaut(String objet, String champ, List<String> valeurs) {}

    private static final List<String> DATES = List.of("31/12/2023", "2023-02-30", "0000-00-00", "demain");
    private static final List<String> SIRETS = List.of("12345678901234", "1234", "SIRET INCONNU");
    private static final List<String> COURRIELS =
            List.of("sans-arobase.example", "deux@@boite.example", "@boite.example", "néant");
    private static final List<String> TELEPHONES = List.of("0", "12 34", "inconnu", "00000000000000000000");
    private static final List<Defaut> MAL_FORMES = List.of(
            new Defaut("/alternant", "courriel", COURRIELS),
            new Defaut("/alternant", "telephone", TELEPHONES),
            new Defaut("/alternant", "sexe", List.of("X", "?")),
            new Defaut("/alternant", "handicap", List.of("peut-être", "?")),
            new Defaut("/alternant", "nationalite", List.of("française")),
            new Defaut("/alternant/adresse", "codePostal", List.of("3500", "ABCDE")),
            new Defaut("/employeur", "siret", SIRETS),
            new Defaut("/employeur", "courriel", COURRIELS),
            new Defaut("/employeur", "telephone", TELEPHONES),
            new Defaut("/employeur", "nombreDeSalaries", List.of("beaucoup")),
            new Defaut("/employeur/adresse", "codePostal", List.of("3500")),
            new Defaut("/formation", "codeDiplome", List.of("123", "????????")),
            new Defaut("/formation", "rncp", List.of("RNCP", "AUCUN")),
            new Defaut("/formation", "dateDebutFormation", DATES),
            new Defaut("/etablissementFormation", "siret", SIRETS),
            new Defaut("/organismeFormationResponsable", "siret", SIRETS),
            new Defaut("/organismeFormationResponsable", "uaiCfa", List.of("0123456A", "CFA")),
            new Defaut("/detailsContrat", "dateDebutContrat", DATES),
            new Defaut("/detailsContrat", "dateFinContrat", DATES),
            new Defaut("/detailsContrat", "dateConclusion", DATES),
            new Defaut("/rupture", "dateEffetRupture", DATES),
            new Defaut("/suiviASP", "drfc", DATES));
    private static final List<Defaut> CODES_INCONNUS = List.of(
            new Defaut("/detailsContrat", "dispositif", List.of("STAGE")),
            new Defaut("/detailsContrat", "statut", List.of("Archivé", "EN ATTENTE")));

    private Defauts() {}

    /** Puts a fault into about one row in twenty, only where that row's extract has something to say. */
    static void abime(ObjectNode ligne, Hasard h) {
        if (h.surMille(50)) {
            pose(ligne, h.parmi(MAL_FORMES), h);
        }
        if (h.surMille(5)) {
            pose(ligne, h.parmi(CODES_INCONNUS), h);
        }
    }

    /** A row that cannot be identified, or that is no object at all, made from a good one. */
    static JsonNode inidentifiable(ObjectNode bonne, Hasard h) {
        var ligne = bonne.deepCopy();
        var alternant = (ObjectNode) ligne.get("alternant");
        var details = (ObjectNode) ligne.get("detailsContrat");
        switch (h.entier(8)) {
            case 0 -> details.remove("noContrat");
            case 1 -> details.put("noContrat", "  ");
            case 2 -> details.put("typeContrat", h.surMille(500) ? "premier" : "");
            case 3 -> alternant.put("nom", "\u0000 ");
            case 4 -> alternant.putNull("prenom");
            case 5 -> alternant.put("dateNaissance", h.parmi(DATES));
            case 6 -> {
                details.putNull("noContrat");
                alternant.remove("nom");
            }
            default -> {
                return h.parmi(List.of(
                        NullNode.instance, IntNode.valueOf(h.entier(1000)), TextNode.valueOf("ligne illisible")));
            }
        }
        return ligne;
    }

    private static void pose(ObjectNode ligne, Defaut defaut, Hasard h) {
        if (ligne.at(defaut.objet()) instanceof ObjectNode objet && objet.has(defaut.champ())) {
            objet.put(defaut.champ(), h.parmi(defaut.valeurs()));
        }
    }
}
