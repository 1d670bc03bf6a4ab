package fr.gouv.apprentissage.bal.passerelle.entree;

import fr.gouv.apprentissage.bal.passerelle.erreur.Erreur;
import fr.gouv.apprentissage.bal.passerelle.execution.Json;
import java.util.Collection;
import java.util.Map;

/** Writes values of an answer: what graphql-java completes (maps, lists, texts, numbers), and JSON that is there already. */
final class EcritureJson {
    private EcritureJson() {}

    static void valeur(Json json, Object valeur) {
        if (valeur instanceof JsonBrut brut) {
            json.brut(brut.texte());
        } else if (valeur instanceof Map<?, ?> objet) {
            json.ouvreObjet();
            for (var champ : objet.entrySet()) {
                json.cle(champ.getKey().toString());
                valeur(json, champ.getValue());
            }
            json.fermeObjet();
        } else if (valeur instanceof Collection<?> liste) {
            json.ouvreListe();
            for (var element : liste) {
                valeur(json, element);
            }
            json.fermeListe();
        } else {
            simple(json, valeur);
        }
    }

    static void erreur(Json json, Erreur erreur) {
        json.ouvreObjet().cle("message").chaineDe(erreur.message());
        erreur.lieu().ifPresent(lieu -> {
            json.cle("locations").ouvreListe().ouvreObjet();
            json.cle("line").brut(Integer.toString(lieu.getLine()));
            json.cle("column").brut(Integer.toString(lieu.getColumn()));
            json.fermeObjet().fermeListe();
        });
        if (!erreur.chemin().isEmpty()) {
            json.cle("path");
            valeur(json, erreur.chemin());
        }
        json.cle("extensions").ouvreObjet().cle("code").chaineDe(erreur.code().name());
        for (var extension : erreur.extensions().entrySet()) {
            json.cle(extension.getKey());
            valeur(json, extension.getValue());
        }
        json.fermeObjet().fermeObjet();
    }

    private static void simple(Json json, Object valeur) {
        if (valeur == null) {
            json.nul();
        } else if (valeur instanceof Boolean || valeur instanceof Number && fini(valeur)) {
            json.brut(valeur.toString());
        } else {
            json.chaineDe(valeur.toString());
        }
    }

    /** What is no finite number has no form in JSON but a text. */
    private static boolean fini(Object nombre) {
        return !(nombre instanceof Double reel) || Double.isFinite(reel);
    }
}
