package fr.gouv.apprentissage.bal.referentiel.chargement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.gouv.apprentissage.bal.identifiant.CodeCommune;
import fr.gouv.apprentissage.bal.identifiant.CodePostal;
import fr.gouv.apprentissage.bal.referentiel.Territoires;
import java.io.IOException;
import java.io.Reader;

/** The référentiel: an array of objects, read one after the other. */
final class LectureOrganismesJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private LectureOrganismesJson() {}

    static void lis(Reader texte, Releve releve, ReceptionDOrganismes reception) {
        try (var lecteur = JSON.getFactory().createParser(texte)) {
            if (lecteur.nextToken() != JsonToken.START_ARRAY) {
                throw new SourceIllisible(releve.fichier(), "un tableau JSON est attendu");
            }
            while (lecteur.nextToken() != JsonToken.END_ARRAY) {
                if (lecteur.currentToken() == null) {
                    throw new SourceIllisible(releve.fichier(), "le tableau JSON n'est pas fermé");
                }
                var ligne = lecteur.currentTokenLocation().getLineNr();
                JsonNode objet = lecteur.readValueAsTree();
                releve.lu();
                if (objet.isObject()) {
                    reception.recois(
                            ligne,
                            texte(objet, "siret"),
                            texte(objet, "uai"),
                            (siret, uai, corrections) -> organisme(siret, uai, objet, corrections));
                } else {
                    releve.refuse(ligne, "un objet JSON est attendu");
                }
            }
        } catch (JsonProcessingException e) {
            throw new SourceIllisible(
                    releve.fichier(),
                    "JSON mal formé à la ligne " + e.getLocation().getLineNr());
        } catch (IOException e) {
            throw new SourceIllisible(releve.fichier(), "le fichier JSON ne peut pas être lu", e);
        }
    }

    private static OrganismeLu organisme(String siret, String uai, JsonNode objet, Corrections corrections) {
        var adresse = objet.path("adresse");
        var libelle = texte(adresse, "label");
        return new OrganismeLu(
                siret,
                uai,
                ouNul(texte(objet, "raison_sociale")),
                ouNul(texte(objet, "enseigne")),
                ReceptionDOrganismes.nature(texte(objet, "nature"), corrections),
                objet.path("qualiopi").isBoolean() ? objet.path("qualiopi").asBoolean() : null,
                new AdresseLue(
                        AdresseLue.voie(libelle),
                        corrections.facultatif(texte(adresse, "code_postal"), brut -> CodePostal.lis(brut)
                                .valeur()),
                        ouNul(texte(adresse, "localite")),
                        corrections.facultatif(texte(adresse, "code_insee"), brut -> CodeCommune.lis(brut)
                                .valeur()),
                        corrections.connu(
                                texte(adresse.path("departement"), "code"),
                                code -> Territoires.duDepartement(code).isPresent(),
                                "département")),
                corrections.connu(
                        texte(adresse.path("academie"), "code"),
                        code -> Territoires.academies().containsKey(code),
                        "code d'académie"),
                corrections.connu(
                        texte(adresse.path("region"), "code"),
                        code -> Territoires.regions().containsKey(code),
                        "code de région"),
                true);
    }

    private static String texte(JsonNode objet, String nom) {
        var noeud = objet.path(nom);
        return noeud.isTextual() || noeud.isNumber()
                ? noeud.asText().replace("\0", "").strip()
                : "";
    }

    private static String ouNul(String valeur) {
        return valeur.isEmpty() ? null : valeur;
    }
}
