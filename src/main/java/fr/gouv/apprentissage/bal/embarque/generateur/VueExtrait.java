package fr.gouv.apprentissage.bal.embarque.generateur;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What one extract shows of a contract: only the fields that it carries (domain.md §2.2), a missing value written in one of the ways in
 * which the source writes it.
 */
final class VueExtrait {

    private static final List<String> LES_DEUX = List.of(
            "alternant.nom",
            "alternant.prenom",
            "alternant.dateNaissance",
            "alternant.handicap",
            "alternant.courriel",
            "formation.codeDiplome",
            "formation.intituleOuQualification",
            "formation.rncp",
            "organismeFormationResponsable.uaiCfa",
            "organismeFormationResponsable.siret",
            "employeur.codeIdcc",
            "detailsContrat.noContrat",
            "detailsContrat.typeContrat",
            "detailsContrat.dateDebutContrat",
            "detailsContrat.dateFinContrat",
            "detailsContrat.dateEffetAvenant",
            "detailsContrat.noAvenant",
            "detailsContrat.statut",
            "rupture.dateEffetRupture",
            "rupture.codeMotifRupture",
            "rupture.commentaireRupture",
            "rupture.dateSignalement",
            "suiviASP.drfc");
    private static final List<String> TBA = union(
            "alternant.sexe",
            "alternant.departementNaissance",
            "alternant.nationalite",
            "alternant.telephone",
            "alternant.adresse.numero",
            "alternant.adresse.voie",
            "alternant.adresse.codePostal",
            "alternant.derniereClasse",
            "formation.dateDebutFormation",
            "formation.dateFinFormation",
            "etablissementFormation.siret");
    private static final List<String> LBA = union(
            "formation.typeDiplome",
            "employeur.siret",
            "employeur.denomination",
            "employeur.naf",
            "employeur.nombreDeSalaries",
            "employeur.courriel",
            "employeur.telephone",
            "employeur.adresse.codePostal",
            "employeur.typeEmployeur",
            "detailsContrat.dispositif",
            "detailsContrat.dateConclusion");

    private static final List<JsonNode> OUI =
            List.of(BooleanNode.TRUE, BooleanNode.TRUE, texte("true"), texte("oui"), IntNode.valueOf(1));
    private static final List<JsonNode> NON = List.of(BooleanNode.FALSE, BooleanNode.FALSE, texte("false"));

    private VueExtrait() {}

    static ObjectNode de(ObjectNode fiche, Extrait extrait, Hasard h) {
        var ligne = JsonNodeFactory.instance.objectNode();
        for (var chemin : extrait == Extrait.LBA ? LBA : TBA) {
            place(ligne, chemin.split("\\."), fiche.at("/" + chemin.replace('.', '/')), h);
        }
        for (var objet : List.of("rupture", "suiviASP")) {
            if (!ligne.has(objet) && h.surMille(300)) {
                ligne.putNull(objet);
            }
        }
        if (h.surMille(50)) {
            ligne.put("flagCorrection", h.surMille(500));
        }
        return ligne;
    }

    private static void place(ObjectNode ligne, String[] chemin, JsonNode valeur, Hasard h) {
        var champ = chemin[chemin.length - 1];
        int ecriture = h.entier(10);
        if (valeur.isMissingNode() && (ecriture < 6 || (chemin[0].equals("rupture") && ecriture < 8))) {
            return;
        }
        var objet = ligne;
        for (int i = 0; i < chemin.length - 1; i++) {
            objet = objet.withObject("/" + chemin[i]);
        }
        if (!valeur.isMissingNode()) {
            objet.set(champ, ecrit(champ, valeur, h));
        } else if (ecriture < 9 || champ.equals("handicap")) {
            objet.putNull(champ);
        } else {
            objet.put(champ, "");
        }
    }

    /** The same value is not written alike in every row. */
    private static JsonNode ecrit(String champ, JsonNode valeur, Hasard h) {
        return switch (champ) {
            case "handicap" -> h.parmi(valeur.asBoolean() ? OUI : NON);
            case "typeContrat" -> h.surMille(300) ? texte(valeur.asText()) : valeur;
            case "noAvenant" -> h.surMille(300) ? IntNode.valueOf(valeur.asInt()) : valeur;
            case "courriel" -> h.surMille(50) ? texte(" " + valeur.asText().toUpperCase(Locale.ROOT)) : valeur;
            case "telephone" -> texte(telephone(valeur.asText(), h.entier(5)));
            case "nom", "prenom" -> h.surMille(20) ? texte(abime(valeur.asText())) : valeur;
            default -> valeur;
        };
    }

    private static String telephone(String national, int forme) {
        return switch (forme) {
            case 0 -> "+33" + national.substring(1);
            case 1 -> national.replaceAll("(..)(?=.)", "$1 ");
            case 2 -> national.replaceAll("(..)(?=.)", "$1.");
            default -> national;
        };
    }

    /** Spaces around, and the one character that PostgreSQL refuses in a text. */
    private static String abime(String nom) {
        return " " + nom.charAt(0) + "\u0000" + nom.substring(1) + "  ";
    }

    private static TextNode texte(String valeur) {
        return TextNode.valueOf(valeur);
    }

    private static List<String> union(String... propres) {
        return Stream.concat(LES_DEUX.stream(), Stream.of(propres)).toList();
    }
}
