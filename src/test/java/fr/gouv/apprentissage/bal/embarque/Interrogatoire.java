package fr.gouv.apprentissage.bal.embarque;

import com.fasterxml.jackson.databind.JsonNode;
import fr.gouv.apprentissage.bal.embarque.Appel.Reponse;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Every way in which a client can send what it knows of a person: as a criterion, badly formed, as a literal and as a variable, where the
 * endpoint expects something else.
 *
 * @param appel the application
 * @param temoin a row of DECA whose person the questions are about
 */
record Interrogatoire(Appel appel, JsonNode temoin) {

    private static final String CHAMPS = "nodes { id nom prenoms dateNaissance courriels telephones"
            + " adresse { voie departement } contrats { id commentaireRupture employeur { courriel telephone } } }";

    /** What a client asks that it may be answered. */
    List<Reponse> bienForme(String client) {
        var reponses = new ArrayList<Reponse>();
        reponses.add(appel.demande(
                client,
                "{ contrats(first: 200, filtre: { debutDu: \"2020-01-01\" }) { nodes { id dateDebut commentaireRupture"
                        + " alternant { nom prenoms courriels telephones } changements { champ avant apres } }"
                        + " pageInfo { endCursor } } }"));
        reponses.add(appel.demande(client, personnes("identite: " + identite())));
        reponses.add(appel.demande(client, personnes("courriel: " + litteral(courriel()))));
        reponses.add(appel.demande(client, personnes("telephone: " + litteral(telephone()))));
        reponses.add(appel.demande(
                client,
                "query($f: PersonneFiltre!) { personnes(filtre: $f) { " + CHAMPS + " } }",
                Map.of(
                        "f",
                        Map.of(
                                "identite",
                                Map.of("nom", nom(), "prenom", prenom(), "dateNaissance", dateNaissance())))));
        reponses.add(appel.demande(
                client,
                "query($c: Email) { contrats(filtre: { alternant: { courriel: $c } }) { nodes { id alternant { nom } } } }",
                Map.of("c", courriel())));
        return reponses;
    }

    /** What must be refused. */
    List<Reponse> malForme(String client) {
        var reponses = new ArrayList<Reponse>();
        reponses.add(appel.demande(client, personnes("ine: " + litteral(nom()))));
        reponses.add(appel.demande(client, personnes("courriel: " + litteral(nom()))));
        reponses.add(appel.demande(client, personnes("telephone: " + litteral(courriel()))));
        reponses.add(appel.demande(
                client,
                personnes("identite: { nom: " + litteral(nom()) + ", prenom: " + litteral(prenom())
                        + ", dateNaissance: " + litteral(prenom()) + " }")));
        reponses.add(appel.demande(
                client,
                "query($c: Email, $d: Date) { contrats(filtre: { debutDu: $d, alternant: { courriel: $c } }) { nodes { id } } }",
                Map.of("c", nom(), "d", prenom())));
        reponses.add(appel.demande(client, "{ personne(id: " + litteral(nom()) + ") { nom } }"));
        reponses.add(appel.demande(client, "query($i: ID!) { contrat(id: $i) { id } }", Map.of("i", courriel())));
        reponses.add(appel.demande(client, "{ contrats(after: " + litteral(nom()) + ") { nodes { id } } }"));
        reponses.add(appel.demande(client, "{ contrats(filtre: { statut: " + nom() + " }) { nodes { id } } }"));
        reponses.add(appel.demande(client, "{ contrats(filtre: { " + nom() + ": 1 }) { nodes { id } } }"));
        reponses.add(appel.demande(client, "{ organisme(siret: " + litteral(nom()) + ") { uai } }"));
        reponses.add(appel.demande(client, "{ explique(coordonnees: [" + litteral(nom()) + "]) { motif } }"));
        reponses.add(appel.demande(client, "{ " + nom() + " }"));
        reponses.add(appel.demande(client, "{ moi { id } # " + nom() + "\n" + litteral(courriel())));
        reponses.add(appel.poste(client, "{\"query\": " + nom(), Map.of()));
        reponses.add(appel.poste(client, "[\"" + nom() + "\"]", Map.of()));
        reponses.add(appel.poste(client, "{\"query\": 1, \"variables\": \"" + courriel() + "\"}", Map.of()));
        reponses.add(
                appel.demande(client, "{ contrats { nodes { id } } }", Map.of(), Map.of("X-Finalite", prenomAscii())));
        reponses.add(appel.demande(
                client, "{ contrats { nodes { id } } }", Map.of(), Map.of("Authorization", "Bearer " + prenomAscii())));
        reponses.addAll(horsDuDocument(client));
        return reponses;
    }

    /** Where nobody expects a value: the path, its parameters, headers, the operation's name, extensions, a name of a variable. */
    private List<Reponse> horsDuDocument(String client) {
        var requete = "{\"query\": \"query " + prenomAscii() + " { zzz }\", \"operationName\": \"" + nom()
                + "\", \"extensions\": {\"trace\": \"" + courriel() + "\"}, \"variables\": {\"" + nom() + "\": \""
                + telephone() + "\"}}";
        return List.of(
                appel.lis("/graphql/" + prenomAscii()),
                appel.lis("/graphql?query=" + prenomAscii() + "&courriel=" + courriel()),
                appel.lis("/dev/jeton?client=" + courriel()),
                appel.poste(client, requete, Map.of("User-Agent", prenomAscii(), "X-Request-Id", courriel())),
                appel.demande(
                        client,
                        "{ contrats { nodes { id } } }",
                        Map.of(),
                        Map.of("X-Habilitation", prenomAscii(), "Baggage", "nom=" + prenomAscii())));
    }

    private String personnes(String critere) {
        return "{ personnes(filtre: { " + critere + " }) { " + CHAMPS + " } }";
    }

    private String identite() {
        return "{ nom: " + litteral(nom()) + ", prenom: " + litteral(prenom()) + ", dateNaissance: "
                + litteral(dateNaissance()) + " }";
    }

    private String nom() {
        return texte("nom");
    }

    private String prenom() {
        return texte("prenom");
    }

    /** What a header can carry. */
    private String prenomAscii() {
        return Normalizer.normalize(prenom(), Normalizer.Form.NFD).replaceAll("[^A-Za-z]", "");
    }

    private String dateNaissance() {
        return texte("dateNaissance");
    }

    private String courriel() {
        return texte("courriel");
    }

    private String telephone() {
        return texte("telephone");
    }

    private String texte(String champ) {
        return temoin.path("alternant").path(champ).asText().strip();
    }

    private static String litteral(String texte) {
        return '"' + texte + '"';
    }
}
