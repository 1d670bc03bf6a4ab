package fr.gouv.apprentissage.bal.attaque;

import static fr.gouv.apprentissage.bal.attaque.Cible.sansRecepisse;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Issue 4, "No side channel": what was not granted answers the same bytes whether it exists or not. */
class CanauxAuxiliairesIT {

    private static Cible cible;
    private static ClientDEssai deplace;
    private static List<String> contratsDevenusInvisibles;
    private static List<String> personnesDevenuesInvisibles;

    @BeforeAll
    static void vise() throws Exception {
        cible = Cible.vivante();
        deplace = ClientDEssai.nouveau(cible, "deplace");
        var droits = new String[] {
            "Contrat.dateDebut LIRE TRIER FILTRER",
            "Contrat.alternant LIRE",
            "Personne.nom LIRE",
            "Personne.contrats LIRE",
            "ContratConnection.totalCount LIRE"
        };
        var habilitation = deplace.accorde(List.of("53"), droits);
        var avant = deplace.demande("{ contrats(first: 20) { nodes { id alternant { id } } } }")
                .donnees();
        deplace.modifie(habilitation, List.of(autreRegion()), droits);
        contratsDevenusInvisibles = avant.at("/contrats/nodes").findValuesAsText("id").stream()
                .filter(id -> absent("contrat", id))
                .toList();
        personnesDevenuesInvisibles = StreamSupport.stream(
                        avant.at("/contrats/nodes").spliterator(), false)
                .map(contrat -> contrat.at("/alternant/id").asText())
                .filter(id -> absent("personne", id))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "query($id: ID!) { contrat(id: $id) { id dateDebut } }",
                "query($id: ID!) { contrat(id: $id) { __typename dateRupture commentaireRupture alternant { id nom courriels } } }",
                "query($id: ID!) { a: contrat(id: $id) { ...C @include(if: true) } } fragment C on Contrat { alternant { contrats { id } } }",
                "query($id: ID!) { contrats(filtre: { ids: [$id] }) { totalCount edges { cursor } pageInfo { hasNextPage endCursor } } }",
                "query($id: ID!) { contrats(first: 1, tri: DATE_DEBUT_DESC, filtre: { ids: [$id], debutDu: \"2000-01-01\" }) { nodes { id } } }",
                "query($id: ID!) { moi { id } contrat(id: $id) { id } personne(id: $id) { id } }"
            })
    void un_contrat_hors_perimetre_est_comme_s_il_n_existait_pas(String document) {
        assertThat(contratsDevenusInvisibles).isNotEmpty();
        memesOctets(document, contratsDevenusInvisibles);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "query($id: ID!) { personne(id: $id) { id nom } }",
                "query($id: ID!) { personne(id: $id) { __typename courriels sources { source } contrats { id dateDebut } } }",
                "query($id: ID!) { moi { id } a: personne(id: $id) { ... on Personne { nom } } b: personne(id: $id) { id } }"
            })
    void une_personne_hors_perimetre_est_comme_si_elle_n_existait_pas(String document) {
        assertThat(personnesDevenuesInvisibles).isNotEmpty();
        memesOctets(document, personnesDevenuesInvisibles);
    }

    @Test
    void un_champ_non_accorde_ne_dit_pas_s_il_a_une_valeur() {
        var client = ClientDEssai.nouveau(cible, "aveugle");
        client.accorde(
                List.of(),
                "Contrat.statut LIRE",
                "Contrat.alternant LIRE",
                "Contrat.employeur LIRE",
                "Personne.sexe LIRE",
                "Employeur.naf LIRE",
                "Contrat.changements LIRE");
        var champs =
                "dateRupture motifRupture commentaireRupture derniereClasse organismeFormation { uai } certification { cfd }"
                        + " sources { source } employeur { courriel telephone siret } alternant { nom courriels telephones adresse { voie } ine handicap }";
        var plein = cible.demande("tdb", "{ contrats(first: 200) { nodes { dateRupture } } }")
                .donnees()
                .at("/contrats/nodes");

        var noeuds = client.demande("{ contrats(first: 200) { nodes { " + champs + " } } }")
                .donnees()
                .at("/contrats/nodes");

        assertThat(plein.findValues("dateRupture")).anyMatch(JsonNode::isNull).anyMatch(JsonNode::isTextual);
        assertThat(noeuds).hasSize(200);
        var distincts = new HashSet<JsonNode>();
        noeuds.forEach(distincts::add);
        assertThat(distincts).hasSize(1);
    }

    @Test
    void les_changements_d_un_champ_non_accorde_ne_se_comptent_pas() {
        var client = ClientDEssai.nouveau(cible, "changements");
        client.accorde(List.of(), "Contrat.changements LIRE");
        var document = "{ contrats(first: 200) { nodes { changements { champ date avant apres } } } }";
        var tous =
                cible.demande("tdb", document).donnees().at("/contrats/nodes").findValuesAsText("champ");

        var vus = client.demande(document).donnees().at("/contrats/nodes").findValuesAsText("champ");

        assertThat(tous).isNotEmpty();
        assertThat(vus).isEmpty();
    }

    @Test
    void hors_perimetre_ne_dit_pas_si_la_ligne_a_une_valeur() {
        var client = ClientDEssai.nouveau(cible, "partage");
        client.accorde(List.of("53"), "Contrat.statut LIRE", "Contrat.dateFin LIRE");
        client.accorde(List.of(autreRegion()), "Contrat.dateRupture LIRE");
        var avec = new ArrayList<JsonNode>();
        var sans = new ArrayList<JsonNode>();

        var page = client.demande("{ contrats(first: 200) { nodes { statut dateRupture } } }");
        page.donnees()
                .at("/contrats/nodes")
                .forEach(contrat -> (contrat.path("statut").asText().equals("ROMPU") ? avec : sans)
                        .add(contrat.path("dateRupture")));

        assertThat(avec).isNotEmpty();
        assertThat(avec).allMatch(JsonNode::isNull);
        assertThat(page.json().path("errors").findValuesAsText("motif")).contains("HORS_PERIMETRE");
        assertThat(sans).isNotEmpty();
    }

    private static void memesOctets(String document, List<String> invisibles) {
        for (var mode : List.of(
                Map.<String, String>of(), Map.of("X-Habilitation", "stricte"), Map.of("X-Habilitation", "a-blanc"))) {
            var inexistant = demande(document, idAuHasard(), mode);
            assertThat(invisibles)
                    .allSatisfy(id -> assertThat(demande(document, id, mode)).isEqualTo(inexistant));
        }
    }

    private static String demande(String document, String id, Map<String, String> entetes) {
        return sansRecepisse(cible.appel().demande(deplace.id(), document, Map.of("id", id), entetes));
    }

    private static boolean absent(String racine, String id) {
        var document = "query($id: ID!) { r: " + racine + "(id: $id) { id } }";
        return deplace.demande(document, Map.of("id", id)).donnees().path("r").isNull();
    }

    private static String idAuHasard() {
        var octets = new byte[17];
        new Random(7).nextBytes(octets);
        octets[0] = 1;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    private static String autreRegion() {
        return cible
                .demande("tdb", "{ contrats(first: 200) { nodes { organismeFormation { region } } } }")
                .donnees()
                .findValuesAsText("region")
                .stream()
                .filter(region -> region.matches("[0-9]{2}") && !region.equals("53"))
                .findFirst()
                .orElseThrow();
    }
}
