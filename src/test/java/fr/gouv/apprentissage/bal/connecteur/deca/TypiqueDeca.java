package fr.gouv.apprentissage.bal.connecteur.deca;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/** A row in which everything is as it should be, of both extracts together. */
final class TypiqueDeca {

    private static final ObjectMapper JSON = new ObjectMapper();

    private TypiqueDeca() {}

    static ObjectNode ligne() {
        try {
            return (ObjectNode)
                    JSON.readTree(
                            """
                    {"alternant": {"nom": " D'Hérouville-Lê ", "prenom": "Zoé\\u0000 Anne", "dateNaissance": "2006-02-28",
                       "sexe": "2", "departementNaissance": "35", "nationalite": 1, "handicap": "oui",
                       "courriel": " ZOE@exemple.fr", "telephone": "06 12 34 56 78",
                       "adresse": {"numero": "12 B", "voie": "rue des Lilas", "codePostal": "20137"},
                       "derniereClasse": "3A"},
                     "formation": {"dateDebutFormation": "2024-09-02", "dateFinFormation": "2026-06-30",
                       "codeDiplome": "40025214", "rncp": "RNCP12345", "intituleOuQualification": "BAC PRO",
                       "typeDiplome": "41"},
                     "etablissementFormation": {"siret": "13002526500013"},
                     "organismeFormationResponsable": {"siret": "13002526500013", "uaiCfa": "0951099D"},
                     "employeur": {"siret": "13002526500013", "denomination": "ESSAI", "naf": "8411Z", "codeIdcc": "9999",
                       "nombreDeSalaries": "12", "typeEmployeur": 12, "adresse": {"codePostal": "35000"},
                       "courriel": "rh@essai.fr", "telephone": "0223456789"},
                     "detailsContrat": {"noContrat": "035202409001234", "typeContrat": "11", "dispositif": "APPR",
                       "dateConclusion": "2024-07-01", "dateDebutContrat": "2024-09-01T00:00:00.000Z",
                       "dateFinContrat": "2026-08-31", "statut": ""},
                     "rupture": null, "suiviASP": {}}
                    """);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another row of the same contract. */
    static ObjectNode ligne(Consumer<ObjectNode> autrement) {
        var ligne = ligne();
        autrement.accept(ligne);
        return ligne;
    }

    static void pose(ObjectNode ligne, String chemin, String valeur) {
        var coupe = chemin.lastIndexOf('/');
        ((ObjectNode) ligne.at(chemin.substring(0, coupe))).put(chemin.substring(coupe + 1), valeur);
    }
}
