package fr.gouv.apprentissage.bal.embarque;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.embarque.Appel.Reponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Issue 4: on the package, over HTTP, a right is granted, seen, changed and taken back, and a client is suspended and resumed. */
class VieDesHabilitationsIT {

    private static final String SEXES = "{ contrats(first: 5) { nodes { dateDebut alternant { sexe } } } }";
    private static final Map<String, String> ESSAI = Map.of("X-Finalite", "essai");

    private static Appel appel;

    @BeforeAll
    static void demarre() throws Exception {
        appel = Demonstration.partagee().appel();
    }

    @Test
    void aRightHoldsFromItsGrantToItsRevocation() {
        var client = client("cycle");
        assertThat(lis(client).codes()).contains("CHAMP_NON_HABILITE");

        var id = accorde(client, "Personne.sexe");
        var accordees = lis(client);
        assertThat(accordees.codes()).isEmpty();
        assertThat(accordees.donnees().at("/contrats/nodes")).hasSize(5);
        assertThat(accordees.json().at("/extensions/journal/id").asText()).isNotBlank();

        var revoquee = administre(
                "mutation($id: ID!) { revoqueHabilitation(id: $id, motif: \"fin de l'essai\")"
                        + " { etat motifRevocation } }",
                Map.of("id", id));
        assertThat(revoquee.donnees().at("/revoqueHabilitation/etat").asText()).isEqualTo("REVOQUEE");
        var apres = lis(client);
        assertThat(apres.donnees().at("/contrats/nodes")).isEmpty();
        assertThat(apres.json().at("/errors/0/extensions/motif").asText()).isEqualTo("REVOQUEE");
    }

    @Test
    void aNewVersionTakesThePlaceOfTheOneBefore() {
        var client = client("version");
        var id = accorde(client, "Personne.sexe");

        var modifiee = administre(
                "mutation($id: ID!, $h: HabilitationInput!) { modifieHabilitation(id: $id, habilitation: $h,"
                        + " motif: \"le nom plutôt\") { id champs { coordonnee } } }",
                Map.of("id", id, "h", habilitation(client, "Personne.nom")));

        assertThat(modifiee.donnees().at("/modifieHabilitation/id").asText()).isEqualTo(id);
        assertThat(lis(client).codes()).containsExactly("CHAMP_NON_HABILITE");
    }

    @Test
    void aSuspendedClassIsSilentUntilItIsResumed() {
        var client = client("suspension");
        accorde(client, "Personne.sexe");

        administre(
                "mutation($c: String!) { suspendClient(id: $c, classe: IDENTITE, motif: \"doute\")"
                        + " { classesSuspendues } }",
                Map.of("c", client));
        var suspendue = lis(client);
        assertThat(suspendue.json().at("/errors/0/extensions/motif").asText()).isEqualTo("SUSPENDU");

        administre(
                "mutation($c: String!) { reprendClient(id: $c, classe: IDENTITE, motif: \"levé\")"
                        + " { classesSuspendues } }",
                Map.of("c", client));
        assertThat(lis(client).codes()).isEmpty();
    }

    @Test
    void aSuspendedClientIsRefusedWhole() {
        var client = client("suspendu");
        accorde(client, "Personne.sexe");

        administre(
                "mutation($c: String!) { suspendClient(id: $c, motif: \"fuite\") { suspendu } }", Map.of("c", client));

        assertThat(lis(client).statut()).isEqualTo(403);
        assertThat(lis(client).codes()).containsExactly("CLIENT_SUSPENDU");
    }

    @Test
    void onlyAnAdministratorGrants() {
        var reponse = appel.demande(
                "lba",
                "mutation($h: HabilitationInput!) { accordeHabilitation(habilitation: $h) { id } }",
                Map.of("h", habilitation("lba", "Personne.ine")));

        assertThat(reponse.codes()).containsExactly("ROLE_REQUIS");
    }

    @Test
    void theAdministrationGrantsItselfNothing() {
        var reponse = appel.demande(
                "administration",
                "mutation($h: HabilitationInput!) { accordeHabilitation(habilitation: $h) { id } }",
                Map.of("h", habilitation("administration", "Personne.ine")));

        assertThat(reponse.codes()).containsExactly("OCTROI_REFUSE");
    }

    private static String client(String nom) {
        var id = "essai-" + nom;
        administre(
                "mutation($c: String!) { creeClient(id: $c, nom: \"Essai\", finaliteParDefaut: \"essai\","
                        + " motif: \"essai\") { id } }",
                Map.of("c", id));
        return id;
    }

    private static String accorde(String client, String coordonnee) {
        return administre(
                        "mutation($h: HabilitationInput!) { accordeHabilitation(habilitation: $h) { id etat } }",
                        Map.of("h", habilitation(client, coordonnee)))
                .donnees()
                .at("/accordeHabilitation/id")
                .asText();
    }

    private static Map<String, Object> habilitation(String client, String coordonnee) {
        return Map.of(
                "client", client,
                "finalite", "essai",
                "baseLegale", "art. 6.1.e RGPD",
                "du", "2026-01-01",
                "au", "2030-12-31",
                "perimetre", Map.of("sources", List.of("DECA")),
                "champs", List.of(Map.of("coordonnee", "Contrat.*"), Map.of("coordonnee", coordonnee)));
    }

    private static Reponse lis(String client) {
        return appel.demande(client, SEXES, Map.of(), ESSAI);
    }

    private static Reponse administre(String document, Map<String, ?> variables) {
        var reponse = appel.demande("administration", document, variables);
        assertThat(reponse.codes()).isEmpty();
        return reponse;
    }
}
