package fr.gouv.apprentissage.bal.attaque;

import static fr.gouv.apprentissage.bal.attaque.Cible.refusee;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages, cursors and ids that were not given. */
class PagesEtIdentifiantsIT {

    private static final String PAGE =
            "query($c: String) { contrats(first: 2, after: $c) { nodes { id } pageInfo { endCursor } } }";
    private static final String CONTRAT = "query($id: ID!) { contrat(id: $id) { id dateDebut } }";
    private static final String PERSONNE = "query($id: ID!) { personne(id: $id) { id nom } }";

    private static Cible cible;

    @BeforeAll
    static void vise() throws Exception {
        cible = Cible.vivante();
    }

    @ParameterizedTest
    @CsvSource({
        "99999999, 413, REQUETE_TROP_GRANDE",
        "201, 413, REQUETE_TROP_GRANDE",
        "-1, 400, VALEUR_INVALIDE",
        "-2147483648, 400, VALEUR_INVALIDE",
        "2147483648, 400, VALEUR_INVALIDE",
        "1e3, 400, VALEUR_INVALIDE"
    })
    void attaque14_page_demesuree_ou_negative(String first, int statut, String code) {
        for (var racine : List.of("contrats(first: %s)", "personnes(filtre: { ine: \"123456789AB\" }, first: %s)")) {
            refusee(
                    cible.demande("tdb", "{ " + racine.formatted(first) + " { pageInfo { hasNextPage } } }"),
                    statut,
                    code);
        }
    }

    @Test
    void attaque14_curseur_forge() {
        var curseur = curseur("lba");

        for (int place = 0; place < curseur.length(); place += 3) {
            var autre = curseur.charAt(place) == 'A' ? 'B' : 'A';
            var forge = curseur.substring(0, place) + autre + curseur.substring(place + 1);
            refusee(cible.appel().demande("lba", PAGE, Map.of("c", forge)), 400, "CURSEUR_INVALIDE");
        }
        for (var forge : List.of("", "A", curseur + "A", curseur + curseur, curseur.substring(4), "=====", "é")) {
            refusee(cible.appel().demande("lba", PAGE, Map.of("c", forge)), 400, "CURSEUR_INVALIDE");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tdb", "delegue", "sans-droit"})
    void attaque14_curseur_d_un_autre_client(String client) {
        refusee(cible.appel().demande(client, PAGE, Map.of("c", curseur("lba"))), 400, "CURSEUR_INVALIDE");
    }

    @Test
    void attaque16_identifiants_d_un_autre_client_ou_d_un_autre_type() {
        var document = "{ contrats(first: 5) { nodes { id alternant { id nom } } } }";
        var tdb = cible.demande("tdb", document).donnees().at("/contrats/nodes");
        var lba = cible.demande("lba", document).donnees().at("/contrats/nodes");

        assertThat(lba).hasSize(5).allSatisfy(contrat -> {
            var id = contrat.path("id").asText();
            var personne = contrat.at("/alternant/id").asText();
            assertThat(lit("lba", CONTRAT, id)).contains("\"dateDebut\"");
            assertThat(lit("lba", PERSONNE, personne)).contains("\"nom\"");
            assertThat(lit("lba", PERSONNE, id)).isEqualTo("{\"data\":{\"personne\":null}}");
            assertThat(lit("lba", CONTRAT, personne)).isEqualTo("{\"data\":{\"contrat\":null}}");
        });
        assertThat(tdb).hasSize(5).allSatisfy(contrat -> {
            assertThat(lit("lba", CONTRAT, contrat.path("id").asText())).isEqualTo("{\"data\":{\"contrat\":null}}");
            assertThat(lit("lba", PERSONNE, contrat.at("/alternant/id").asText()))
                    .isEqualTo("{\"data\":{\"personne\":null}}");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "42",
                "AQ",
                "AQAAAAAAAAAAAAAAAAAAAAA",
                "' or 1=1 --",
                "-1",
                "9223372036854775807",
                "Contrat:1"
            })
    void attaque16_identifiant_devine(String id) {
        assertThat(lit("tdb", CONTRAT, id)).isEqualTo("{\"data\":{\"contrat\":null}}");
        assertThat(lit("tdb", PERSONNE, id)).isEqualTo("{\"data\":{\"personne\":null}}");
        assertThat(cible.appel()
                        .demande(
                                "tdb",
                                "query($id: [ID!]) { contrats(filtre: { ids: $id }) { totalCount } }",
                                Map.of("id", id))
                        .donnees()
                        .at("/contrats/totalCount")
                        .asInt(-1))
                .isZero();
    }

    @Test
    void attaque16_les_aretes_imbriquees_ont_le_perimetre_de_la_racine() {
        var document = "{ contrats(first: 200) { nodes { organismeFormation { region }"
                + " alternant { contrats { organismeFormation { region } organismeResponsable { region } } } } } }";
        var client = ClientDEssai.nouveau(cible, "aretes");
        client.accorde(
                List.of("53"),
                "Contrat.alternant LIRE",
                "Contrat.organismeFormation LIRE",
                "Contrat.organismeResponsable LIRE",
                "Personne.contrats LIRE");

        var noeuds = client.demande(document).donnees().at("/contrats/nodes");

        assertThat(noeuds).isNotEmpty().allSatisfy(contrat -> assertThat(contrat.at("/alternant/contrats"))
                .isNotEmpty()
                .allSatisfy(imbrique -> assertThat(List.of(
                                imbrique.at("/organismeFormation/region").asText(),
                                imbrique.at("/organismeResponsable/region").asText()))
                        .contains("53")));
        assertThat(cible.demande("tdb", document).donnees().findValuesAsText("region"))
                .anyMatch(region -> !region.equals("53"));
    }

    private static String curseur(String client) {
        return cible.demande(client, PAGE)
                .donnees()
                .at("/contrats/pageInfo/endCursor")
                .asText();
    }

    private static String lit(String client, String document, String id) {
        return cible.appel().demande(client, document, Map.of("id", id)).corps();
    }
}
