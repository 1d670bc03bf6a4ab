package fr.gouv.apprentissage.bal.attaque;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.embarque.Appel.Reponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A client of its own for a test, made by mutation.
 *
 * @param cible what is attacked
 * @param id the client
 */
record ClientDEssai(Cible cible, String id) {

    private static final String FINALITE = "essai";

    static ClientDEssai nouveau(Cible cible, String nom) {
        var client = new ClientDEssai(cible, "attaque-" + nom);
        client.administre(
                "mutation($c: String!) { creeClient(id: $c, nom: \"Essai\", finaliteParDefaut: \"essai\", motif: \"essai\") { id } }",
                Map.of("c", client.id));
        return client;
    }

    /** Grants, and says under which id. */
    String accorde(List<String> regions, String... droits) {
        return administre(
                        "mutation($h: HabilitationInput!) { accordeHabilitation(habilitation: $h) { id } }",
                        Map.of("h", habilitation(regions, droits)))
                .donnees()
                .at("/accordeHabilitation/id")
                .asText();
    }

    /** Another version of a grant. */
    void modifie(String habilitation, List<String> regions, String... droits) {
        administre(
                "mutation($id: ID!, $h: HabilitationInput!) { modifieHabilitation(id: $id, habilitation: $h, motif: \"essai\") { id } }",
                Map.of("id", habilitation, "h", habilitation(regions, droits)));
    }

    void revoque(String habilitation) {
        administre(
                "mutation($id: ID!) { revoqueHabilitation(id: $id, motif: \"essai\") { etat } }",
                Map.of("id", habilitation));
    }

    Reponse demande(String document, Map<String, ?> variables) {
        return cible.appel().demande(id, document, variables);
    }

    Reponse demande(String document) {
        return demande(document, Map.of());
    }

    /** Each right: a coordinate and its accesses, for example {@code "Contrat.dateDebut LIRE TRIER"}. */
    private Map<String, Object> habilitation(List<String> regions, String... droits) {
        var champs = new ArrayList<Map<String, Object>>();
        for (var droit : droits) {
            var mots = List.of(droit.split(" "));
            champs.add(Map.of("coordonnee", mots.get(0), "acces", mots.subList(1, mots.size())));
        }
        return Map.of(
                "client",
                id,
                "finalite",
                FINALITE,
                "baseLegale",
                "art. 6.1.e RGPD",
                "du",
                "2026-01-01",
                "au",
                "2030-12-31",
                "perimetre",
                regions.isEmpty() ? Map.of() : Map.of("regions", regions),
                "champs",
                champs);
    }

    private Reponse administre(String document, Map<String, ?> variables) {
        var reponse = cible.appel().demande("administration", document, variables);
        assertThat(reponse.codes()).as(reponse.corps()).isEmpty();
        return reponse;
    }

    /** Texts under this name, anywhere in an answer. */
    static List<String> textes(Reponse reponse, String nom) {
        return Stream.of(reponse.json())
                .flatMap(json -> json.findValuesAsText(nom).stream())
                .toList();
    }
}
