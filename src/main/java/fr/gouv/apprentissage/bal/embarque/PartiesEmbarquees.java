package fr.gouv.apprentissage.bal.embarque;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The embedded parts, started: a database and a key for tokens.
 *
 * @param serveur the database server
 * @param configuration the keys that lead the application to them
 */
record PartiesEmbarquees(ServeurEmbarque serveur, Map<String, String> configuration) {

    static PartiesEmbarquees demarre(String dossier) {
        var embarque = new DossierEmbarque(Path.of(dossier));
        var serveur = ServeurEmbarque.demarre(embarque);
        return new PartiesEmbarquees(serveur, configuration(embarque, serveur.port()));
    }

    /** Lets go of everything; the data stay. */
    void arrete() {
        serveur.arrete();
    }

    /** The keys that lead a process to what this folder holds, its database on this port. */
    static Map<String, String> configuration(DossierEmbarque dossier, int port) {
        var adresse = "postgresql://127.0.0.1:" + port + "/" + ServeurEmbarque.BASE;
        var cles = new LinkedHashMap<String, String>();
        cles.put(Cles.ACTIF, "true");
        cles.put(Cles.DOSSIER, dossier.racine().toString());
        cles.put(Cles.JDBC, "jdbc:" + adresse);
        cles.put(Cles.REACTIF, adresse);
        cles.put(Cles.JOURNAL, adresse);
        cles.put(Cles.LECTURE_JOURNAL, adresse);
        cles.put("quarkus.flyway.jdbc-url", "jdbc:" + adresse);
        // Flyway takes a URL of its own only with a password; this server trusts its loopback and asks for none.
        cles.put("quarkus.flyway.password", "sans-objet");
        cles.put("bal.scellement.fichier", dossier.racine().resolve("cles").toString());
        cles.put("bal.journal.cle", dossier.racine().resolve("journal.pem").toString());
        cles.put(Cles.EFFACEMENTS, dossier.racine().resolve("effacements.jsonl").toString());
        cles.put(Cles.CLE_PUBLIQUE, CleDesJetons.dans(dossier.cleDesJetons()).publiqueEnBase64());
        cles.put("quarkus.oidc.token.issuer", Jetons.EMETTEUR);
        cles.put("quarkus.oidc.token.audience", Jetons.AUDIENCE);
        return Map.copyOf(cles);
    }
}
