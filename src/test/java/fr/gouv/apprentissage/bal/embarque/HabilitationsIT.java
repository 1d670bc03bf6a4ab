package fr.gouv.apprentissage.bal.embarque;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.gouv.apprentissage.bal.embarque.Appel.Reponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Issue 3, shown by 2: on the package, over HTTP, what each demo client is granted and what it is not (habilitations-demo.yaml). */
class HabilitationsIT {

    private static final String DEPUIS = "2020-01-01";
    private static final String MESURE = "mesure-des-effets";

    private static final String DU_PERIMETRE =
            "select coalesce(date_debut::text, 'null') || ' ' || coalesce(date_fin::text, 'null') || ' '"
                    + " || coalesce(employeur_siret, 'null') from contrat where region = '53' and source = 'DECA' order by id";

    private static Demonstration demonstration;
    private static Appel appel;

    @BeforeAll
    static void demarre() throws Exception {
        demonstration = Demonstration.partagee();
        appel = demonstration.appel();
    }

    @Test
    void grantedValuesAreAnsweredAndTheOthersToldOnce() {
        var reponse = appel.demande(
                "lba",
                "{ contrats(first: 20, filtre: { debutDu: \"" + DEPUIS + "\" }) { nodes { dateDebut"
                        + " alternant { nom prenoms dateNaissance courriels } organismeFormation { uai } }"
                        + " pageInfo { hasNextPage endCursor } } }");

        var noeuds = noeuds(reponse);
        assertThat(reponse.statut()).isEqualTo(200);
        assertThat(noeuds).hasSize(20).allSatisfy(contrat -> {
            assertThat(contrat.path("dateDebut").asText()).isGreaterThanOrEqualTo(DEPUIS);
            assertThat(contrat.at("/alternant/nom").asText()).isNotBlank();
            assertThat(contrat.at("/alternant/prenoms")).isNotEmpty().allSatisfy(prenom -> assertThat(prenom.asText())
                    .matches("\\p{L}\\."));
            assertThat(contrat.at("/alternant/dateNaissance").asText()).matches("[0-9]{4}-01-01");
            assertThat(contrat.at("/alternant/courriels").isNull()).isTrue();
        });
        assertThat(noeuds)
                .extracting(contrat -> contrat.at("/organismeFormation/uai").asText())
                .anyMatch(uai -> uai.matches("[0-9]{7}[A-Z]"));
        assertThat(reponse.json().path("errors")).hasSize(1);
        var erreur = reponse.json().at("/errors/0");
        assertThat(erreur.at("/extensions/code").asText()).isEqualTo("CHAMP_NON_HABILITE");
        assertThat(erreur.at("/extensions/coordonnee").asText()).isEqualTo("Personne.courriels");
        assertThat(erreur.at("/extensions/motif").asText()).isEqualTo("AUTRE_FINALITE");
        assertThat(erreur.path("path")).extracting(JsonNode::asText).containsExactly("contrats", "nodes");
    }

    @Test
    @Timeout(180)
    void rowsOutsideThePerimeterAreAbsent() throws Exception {
        var attendus = sql(DU_PERIMETRE);
        var lus = lis();
        // The demonstration's DECA may go on meanwhile: until nothing of it changed.
        for (var apres = sql(DU_PERIMETRE); !apres.equals(attendus); apres = sql(DU_PERIMETRE)) {
            attendus = apres;
            lus = lis();
        }

        assertThat(lus).isNotEmpty().containsExactlyInAnyOrderElementsOf(attendus);
        assertThat(sql("select id::text from contrat where region is distinct from '53'"))
                .isNotEmpty();
    }

    private static List<String> lis() {
        var lus = new ArrayList<String>();
        var curseur = "";
        do {
            var page = appel.demande(
                    "lba",
                    "query($c: String) { contrats(first: 200, after: $c) { nodes { dateDebut dateFin"
                            + " employeur { siret } } pageInfo { hasNextPage endCursor } } }",
                    curseur.isEmpty() ? Map.of() : Map.of("c", curseur));
            assertThat(page.codes()).isEmpty();
            noeuds(page)
                    .forEach(contrat -> lus.add(contrat.path("dateDebut").asText() + " "
                            + contrat.path("dateFin").asText() + " "
                            + contrat.at("/employeur/siret").asText()));
            var suite = page.donnees().at("/contrats/pageInfo");
            curseur = suite.path("hasNextPage").asBoolean()
                    ? suite.path("endCursor").asText()
                    : "";
        } while (!curseur.isEmpty());
        return lus;
    }

    @Test
    void whoHasNoHabilitationSeesNoRowAndMayNotFilter() {
        var sans = appel.demande("sans-droit", "{ contrats { nodes { id dateDebut } } }");
        var avec =
                appel.demande("sans-droit", "{ contrats(filtre: { debutDu: \"" + DEPUIS + "\" }) { nodes { id } } }");

        assertThat(noeuds(sans)).isEmpty();
        assertThat(sans.codes()).containsExactly("CHAMP_NON_HABILITE");
        refusee(avec, 403, "FILTRE_NON_HABILITE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "delegue|{ contrats(tri: DATE_DEBUT) { nodes { id } } }|403|TRI_NON_HABILITE",
                "lba|{ contrats(filtre: { cfd: [\"32031310\"] }) { nodes { id } } }|403|FILTRE_NON_HABILITE",
                "tdb|{ personnes(filtre: {}) { nodes { id } } }|400|VALEUR_INVALIDE",
                "tdb|{ contrats(first: 201) { nodes { id } } }|413|REQUETE_TROP_GRANDE",
                "tdb|{ contrats(first: -1) { nodes { id } } }|400|VALEUR_INVALIDE",
                "tdb|{ contrats(after: \"AQAAAaIF\") { nodes { id } } }|400|CURSEUR_INVALIDE",
                "inconnu|{ contrats { nodes { id } } }|403|CLIENT_INCONNU",
                "inconnu|{ moi { id } }|403|CLIENT_INCONNU"
            })
    void whatMayNotBeAskedIsRefusedWhole(String client, String document, int statut, String code) {
        refusee(appel.demande(client, document), statut, code);
    }

    @Test
    void aBadlyFormedIneIsToldByItsArgument() {
        var reponse = appel.demande("tdb", "{ personnes(filtre: { ine: \"zzz\" }) { nodes { id } } }");

        refusee(reponse, 400, "VALEUR_INVALIDE");
        assertThat(reponse.json().at("/errors/0/extensions/argument").asText()).isEqualTo("filtre.ine");
    }

    @Test
    void withoutATokenNothingIsAnswered() {
        refusee(appel.poste("{\"query\": \"{ moi { id } }\"}", Map.of()), 401, "NON_AUTHENTIFIE");
        refusee(
                appel.poste(
                        "{\"query\": \"{ moi { id } }\"}",
                        Map.of("Authorization", "Bearer " + appel.jeton("lba") + "x")),
                401,
                "NON_AUTHENTIFIE");
    }

    @Test
    void inStrictModeWhatIsNotGrantedIsRefusedWhole() {
        var document = "{ contrats { nodes { dateDebut alternant { courriels } } } }";

        refusee(
                appel.demande("lba", document, Map.of(), Map.of("X-Habilitation", "stricte")),
                403,
                "CHAMP_NON_HABILITE");
    }

    @Test
    void aPurposeOpensItsOwnFieldsAndNoOther() {
        var document = "{ contrats(first: 50) { nodes { alternant { courriels adresse { voie departement } nom } } } }";

        var mesure = appel.demande("lba", document, Map.of(), Map.of("X-Finalite", MESURE));
        var etrangere = appel.demande("lba", document, Map.of(), Map.of("X-Finalite", "suivi-des-effectifs"));

        refusee(etrangere, 403, "FINALITE_NON_HABILITEE");
        assertThat(mesure.codes()).containsExactly("CHAMP_NON_HABILITE");
        assertThat(mesure.json().at("/errors/0/extensions/coordonnee").asText()).isEqualTo("Personne.nom");
        assertThat(textes(noeuds(mesure), "/alternant/courriels"))
                .isNotEmpty()
                .allMatch(courriel -> courriel.matches("\\*@[a-z0-9.-]+"));
        assertThat(noeuds(mesure)).allSatisfy(contrat -> {
            assertThat(contrat.at("/alternant/adresse/voie").asText("")).isIn("", "null");
            assertThat(contrat.at("/alternant/nom").isNull()).isTrue();
        });
        assertThat(noeuds(mesure))
                .extracting(
                        contrat -> contrat.at("/alternant/adresse/departement").asText())
                .anyMatch(departement -> departement.matches("[0-9AB]{2,3}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lba", "tdb", "delegue"})
    void aPersonIsTheSameByEveryRoute(String client) {
        var champs = "id nom prenoms dateNaissance";
        var contrats = appel.demande(client, "{ contrats(first: 10) { nodes { alternant { " + champs + " } } } }");

        assertThat(noeuds(contrats)).hasSize(10).allSatisfy(contrat -> {
            var alternant = contrat.path("alternant");
            var personne = appel.demande(
                    client,
                    "query($id: ID!) { personne(id: $id) { " + champs + " } }",
                    Map.of("id", alternant.path("id").asText()));
            assertThat(personne.donnees().path("personne")).isEqualTo(alternant);
        });
    }

    @Test
    void idsOfTwoClientsDifferAndDoNotCross() {
        var lba = ids("lba");
        var tdb = ids("tdb");

        assertThat(lba).isNotEmpty().doesNotContainAnyElementsOf(tdb);
        assertThat(contrat("lba", lba.iterator().next()).isObject()).isTrue();
        assertThat(contrat("tdb", lba.iterator().next()).isNull()).isTrue();
        assertThat(contrat("lba", tdb.iterator().next()).isNull()).isTrue();
    }

    @Test
    void aCursorHoldsForItsClientPurposeFilterAndOrderAlone() {
        var modele = "query($c: String) { contrats(first: 1%s, after: $c) { nodes { id } pageInfo { endCursor } } }";
        var nu = modele.formatted("");
        var filtre = modele.formatted(", filtre: { debutDu: \"" + DEPUIS + "\" }");
        var autreFiltre = modele.formatted(", filtre: { debutDu: \"2020-01-02\" }");
        var trie = modele.formatted(", tri: DATE_DEBUT_DESC");
        var curseur = Map.of(
                "c",
                appel.demande("lba", filtre)
                        .donnees()
                        .at("/contrats/pageInfo/endCursor")
                        .asText());

        assertThat(appel.demande("lba", filtre, curseur).codes()).isEmpty();
        refusee(appel.demande("tdb", filtre, curseur), 400, "CURSEUR_INVALIDE");
        refusee(appel.demande("lba", nu, curseur), 400, "CURSEUR_INVALIDE");
        refusee(appel.demande("lba", autreFiltre, curseur), 400, "CURSEUR_INVALIDE");
        refusee(appel.demande("lba", trie, curseur), 400, "CURSEUR_INVALIDE");
        refusee(appel.demande("lba", filtre, curseur, Map.of("X-Finalite", MESURE)), 400, "CURSEUR_INVALIDE");
    }

    private static void refusee(Reponse reponse, int statut, String code) {
        assertThat(reponse.codes()).as(reponse.corps()).containsExactly(code);
        assertThat(reponse.statut()).isEqualTo(statut);
        assertThat(reponse.donnees().isMissingNode()).isTrue();
    }

    private static JsonNode noeuds(Reponse reponse) {
        return reponse.donnees().at("/contrats/nodes");
    }

    private static Set<String> ids(String client) {
        var noeuds = noeuds(appel.demande(client, "{ contrats(first: 200) { nodes { id dateDebut } } }"));
        return new HashSet<>(noeuds.findValuesAsText("id"));
    }

    private static JsonNode contrat(String client, String id) {
        return appel.demande(client, "query($id: ID!) { contrat(id: $id) { dateDebut } }", Map.of("id", id))
                .donnees()
                .path("contrat");
    }

    private static List<String> textes(JsonNode noeuds, String liste) {
        return StreamSupport.stream(noeuds.spliterator(), false)
                .flatMap(noeud -> StreamSupport.stream(noeud.at(liste).spliterator(), false))
                .map(JsonNode::asText)
                .toList();
    }

    private static List<String> sql(String ordre) throws Exception {
        var lues = new ArrayList<String>();
        try (var connexion = demonstration.superutilisateur();
                var requete = connexion.createStatement();
                var lignes = requete.executeQuery(ordre)) {
            while (lignes.next()) {
                lues.add(lignes.getString(1));
            }
        }
        return lues;
    }
}
