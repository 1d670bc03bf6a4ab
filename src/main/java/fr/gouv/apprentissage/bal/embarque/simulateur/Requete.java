package fr.gouv.apprentissage.bal.embarque.simulateur;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One request as a simulator received it.
 *
 * @param chemin path, without parameters
 * @param parametres of the address, decoded
 * @param formulaire of the body of a POST, decoded
 * @param entetes first value of each, names in lower case
 * @param essai how many requests of this path came, this one included
 */
public record Requete(
        String methode,
        String chemin,
        Map<String, String> parametres,
        Map<String, String> formulaire,
        Map<String, String> entetes,
        int essai) {

    static Requete de(HttpExchange echange, int essai) throws IOException {
        var corps = new String(echange.getRequestBody().readNBytes(64 * 1024), StandardCharsets.UTF_8);
        var entetes = new LinkedHashMap<String, String>();
        echange.getRequestHeaders()
                .forEach((nom, valeurs) -> entetes.put(nom.toLowerCase(Locale.ROOT), valeurs.get(0)));
        return new Requete(
                echange.getRequestMethod(),
                echange.getRequestURI().getPath(),
                champs(Optional.ofNullable(echange.getRequestURI().getRawQuery())
                        .orElse("")),
                champs(corps),
                Map.copyOf(entetes),
                essai);
    }

    /** A parameter; empty when it is not there. */
    public String parametre(String nom) {
        return parametres.getOrDefault(nom, "");
    }

    /** A header; empty when it is not there. */
    public String entete(String nom) {
        return entetes.getOrDefault(nom, "");
    }

    private static Map<String, String> champs(String texte) {
        var champs = new LinkedHashMap<String, String>();
        for (var champ : texte.split("&")) {
            int egal = champ.indexOf('=');
            if (egal > 0) {
                champs.put(decode(champ.substring(0, egal)), decode(champ.substring(egal + 1)));
            }
        }
        return Map.copyOf(champs);
    }

    private static String decode(String texte) {
        try {
            return URLDecoder.decode(texte, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malEncode) {
            return texte;
        }
    }

    /** Without its values. */
    @Override
    public String toString() {
        return methode + " " + chemin;
    }
}
