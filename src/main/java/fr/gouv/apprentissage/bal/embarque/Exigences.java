package fr.gouv.apprentissage.bal.embarque;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a process needs to serve outside of dev, demo and test. */
final class Exigences {

    private static final String COFFRE = "quarkus.vault.secret-config-kv-path";
    private static final String CONNEXION = "quarkus.vault.authentication.";

    private static final Map<String, String> ADRESSES = adresses();

    /** Prefixes of the data sources, and who each is for. */
    private static final Map<String, String> ROLES = roles();

    private Exigences() {}

    /** One line for each thing that is missing. */
    static List<String> manques(Lecture lecture) {
        var manques = new ArrayList<String>();
        ADRESSES.forEach((cle, raison) -> {
            if (!lecture.configuree(cle)) {
                manques.add(cle + " : " + raison);
            }
        });
        ROLES.forEach((prefixe, role) -> {
            if (!aSonSecret(lecture, prefixe)) {
                manques.add(prefixe + "password : mot de passe du " + role
                        + " (ou un fournisseur, credentials-provider ; ou le coffre de Vault, " + COFFRE + ")");
            }
        });
        if (lecture.configuree(Cles.VAULT) && !seConnecte(lecture)) {
            manques.add(CONNEXION + "… : comment se connecter à Vault : client-token, ou app-role.role-id avec"
                    + " app-role.secret-id, ou kubernetes.role");
        }
        return manques;
    }

    /** A password that Vault keeps cannot be seen before Vault has been asked. */
    private static boolean aSonSecret(Lecture lecture, String prefixe) {
        return lecture.configuree(prefixe + "password")
                || lecture.configuree(prefixe + "credentials-provider")
                || lecture.configuree(COFFRE);
    }

    private static boolean seConnecte(Lecture lecture) {
        return lecture.configuree(CONNEXION + "client-token")
                || lecture.configuree(CONNEXION + "client-token-wrapping-token")
                || lecture.configuree(CONNEXION + "kubernetes.role")
                || lecture.configuree(CONNEXION + "app-role.role-id")
                        && (lecture.configuree(CONNEXION + "app-role.secret-id")
                                || lecture.configuree(CONNEXION + "app-role.secret-id-wrapping-token"));
    }

    private static Map<String, String> adresses() {
        var adresses = new LinkedHashMap<String, String>();
        adresses.put(Cles.JDBC, "adresse JDBC de la base PostgreSQL");
        adresses.put(Cles.REACTIF, "adresse réactive de la même base, pour servir");
        adresses.put(Cles.JOURNAL, "adresse réactive de la même base, pour le journal");
        adresses.put(Cles.LECTURE_JOURNAL, "adresse réactive de la même base, pour lire le journal");
        adresses.put(Cles.OIDC, "adresse du fournisseur OIDC");
        adresses.put(Cles.VAULT, "adresse de Vault, qui garde les clés");
        adresses.put(Cles.TEMOIN, "où les jalons du journal sont remis, hors de la base");
        adresses.put(Cles.EFFACEMENTS, "où la liste des effacements est tenue, hors de la base et de ses sauvegardes");
        return adresses;
    }

    private static Map<String, String> roles() {
        var roles = new LinkedHashMap<String, String>();
        roles.put("quarkus.datasource.", "rôle qui sert");
        roles.put("quarkus.datasource.journal.", "rôle qui ajoute au journal");
        roles.put("quarkus.datasource.lecture-journal.", "rôle qui lit le journal");
        return roles;
    }
}
