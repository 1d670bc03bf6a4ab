package fr.gouv.apprentissage.bal.embarque;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.gouv.apprentissage.bal.embarque.Appel.Reponse;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forgetting one person on the package, whose data came in through the connector: nothing finds them, and the source does not bring them back. */
class EffacementIT {

    private static final Duration DELAI = Duration.ofMinutes(5);
    private static final String EFFACE = "mutation($id: ID!, $motif: String!) { effacePersonne(id: $id, motif: $motif)"
            + " { id enregistrements signature valeursIllisibles } }";
    private static final String PAR_IDENTITE =
            "query($nom: String!, $prenom: String!, $ne: Date!) { personnes(filtre: { identite:"
                    + " { nom: $nom, prenom: $prenom, dateNaissance: $ne } }) { nodes { id } } }";
    private static final String PAR_COURRIEL =
            "query($courriel: Email!) { personnes(filtre: { courriel: $courriel }) { nodes { id } } }";
    private static final String PAR_ID = "query($id: ID!) { personne(id: $id) { nom } }";

    private static Demonstration demonstration;
    private static Appel appel;
    private static Trouvee elle;
    private static Trouvee autre;
    private static List<UUID> jetons;
    private static Reponse reponse;
    private static JsonNode execution;

    /** Someone as the delegue knows them, and under which id tdb does. */
    private record Trouvee(String id, String chezTdb, String nom, String prenom, String naissance, String courriel) {

        Reponse parIdentite() {
            return appel.demande("delegue", PAR_IDENTITE, Map.of("nom", nom, "prenom", prenom, "ne", naissance));
        }

        Reponse parCourriel() {
            return appel.demande("delegue", PAR_COURRIEL, Map.of("courriel", courriel));
        }
    }

    @BeforeAll
    static void effaceEtRelitLaSource() throws Exception {
        demonstration = Demonstration.partagee();
        appel = demonstration.appel();
        var lus = appel.demande(
                "tdb",
                "{ contrats(first: 40, filtre: { region: [\"11\", \"32\", \"84\", \"93\"] }) { nodes { dateDebut dateConclusion"
                        + " employeur { siret } alternant { id nom prenoms dateNaissance courriels contrats { id } } } } }");
        assertThat(lus.codes()).isEmpty();
        var contrats = lus.donnees().at("/contrats/nodes");
        assertThat(contrats).isNotEmpty();
        var connues = new ArrayList<Trouvee>();
        var siens = new ArrayList<JsonNode>();
        for (var contrat : contrats) {
            var alternant = contrat.path("alternant");
            if (alternant.path("contrats").size() == 1
                    && alternant.path("courriels").size() == 1) {
                connues.add(trouvee(alternant));
                siens.add(contrat);
            }
        }
        assertThat(connues).hasSizeGreaterThan(1);
        elle = connues.get(0);
        autre = connues.get(1);
        assertThat(trouvees(elle.parCourriel())).containsExactly(elle.id());
        var lieu = lieu(siens.get(0));
        jetons = List.of(lieu.jeton());

        reponse = efface("delegue", elle.id(), "Demande reçue le 3 mars, dossier 2026-114");
        execution = relis(lieu.jour());
    }

    /** Where her contract stands, and on which day the source told of it. */
    private record Place(UUID jeton, String jour) {}

    @Test
    void theDelegueGetsAProof() {
        assertThat(reponse.codes()).isEmpty();
        assertThat(reponse.donnees().at("/effacePersonne/enregistrements").asInt())
                .isPositive();
        assertThat(reponse.donnees().at("/effacePersonne/signature").asText()).isNotBlank();
        assertThat(reponse.donnees().at("/effacePersonne/valeursIllisibles").asInt())
                .isZero();
    }

    @Test
    void noLookUpFindsThemAgain() {
        assertThat(trouvees(elle.parIdentite())).isEmpty();
        assertThat(trouvees(elle.parCourriel())).isEmpty();
        assertThat(appel.demande("delegue", PAR_ID, Map.of("id", elle.id()))
                        .donnees()
                        .path("personne")
                        .isNull())
                .isTrue();
        assertThat(appel.demande("tdb", PAR_ID, Map.of("id", elle.chezTdb()))
                        .donnees()
                        .path("personne")
                        .isNull())
                .isTrue();
    }

    @Test
    void othersAreFoundAsBefore() {
        assertThat(trouvees(autre.parIdentite())).containsExactly(autre.id());
        assertThat(trouvees(autre.parCourriel())).containsExactly(autre.id());
        assertThat(appel.demande("delegue", PAR_ID, Map.of("id", autre.id()))
                        .donnees()
                        .at("/personne/nom")
                        .asText())
                .isEqualTo(autre.nom());
    }

    @Test
    void theJournalHasItWithTheSubject() throws Exception {
        assertThat(texte("select count(*) from journal.entree where client = 'bal' and finalite = 'EFFACEMENT'"
                        + " and agent = 'delegue' and sujets && array['" + jetons.get(0) + "']::uuid[]"))
                .isEqualTo("1");
    }

    @Test
    void theNextRunOfTheConnectorDropsTheirRowsAndCountsThem() {
        assertThat(execution.path("lus").asInt()).isPositive();
        assertThat(execution.path("signalements")).anySatisfy(signalement -> {
            assertThat(signalement.path("motif").asText()).isEqualTo("PERSONNE_EFFACEE");
            assertThat(signalement.path("nombre").asInt()).isPositive();
        });
    }

    @Test
    void askedAgainTheAnswerIsThatOfAnUnknownId() {
        assertRefuse(efface("delegue", elle.id(), "encore"), "id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lba", "tdb", "sans-droit", "administration"})
    void noOtherRoleErases(String client) {
        assertThat(efface(client, autre.id(), "essai").codes()).containsExactly("ROLE_REQUIS");
        assertThat(trouvees(autre.parCourriel())).containsExactly(autre.id());
    }

    @Test
    void anIdOfNobodyIsRefusedByItsName() {
        assertRefuse(efface("delegue", "un identifiant que personne ne porte", "essai"), "id");
    }

    @Test
    void theIdThatAnotherClientWasGivenIsOfNobody() {
        assertRefuse(efface("delegue", autre.chezTdb(), "essai"), "id");
        assertThat(trouvees(autre.parCourriel())).containsExactly(autre.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void aReasonIsNeeded(String motif) {
        assertRefuse(efface("delegue", autre.id(), motif), "motif");
        assertThat(trouvees(autre.parCourriel())).containsExactly(autre.id());
    }

    private static void assertRefuse(Reponse refus, String argument) {
        assertThat(refus.codes()).containsExactly("VALEUR_INVALIDE");
        assertThat(refus.json().at("/errors/0/extensions/argument").asText()).isEqualTo(argument);
        assertThat(refus.json().at("/errors/0/message").asText()).startsWith(argument + " : ");
    }

    private static Reponse efface(String client, String id, String motif) {
        return appel.demande(client, EFFACE, Map.of("id", id, "motif", motif));
    }

    private static Trouvee trouvee(JsonNode alternant) {
        var prenoms = new ArrayList<String>();
        alternant.path("prenoms").forEach(prenom -> prenoms.add(prenom.asText()));
        var courriel = alternant.at("/courriels/0").asText();
        var id = trouvees(appel.demande("delegue", PAR_COURRIEL, Map.of("courriel", courriel)))
                .get(0);
        return new Trouvee(
                id,
                alternant.path("id").asText(),
                alternant.path("nom").asText(),
                String.join(" ", prenoms),
                alternant.path("dateNaissance").asText(),
                courriel);
    }

    private static List<String> trouvees(Reponse recherche) {
        assertThat(recherche.codes()).isEmpty();
        return recherche.donnees().at("/personnes/nodes").findValuesAsText("id");
    }

    private static Place lieu(JsonNode contrat) throws SQLException, IOException {
        var ou =
                " from contrat where date_debut = '" + contrat.path("dateDebut").asText() + "' and date_conclusion = '"
                        + contrat.path("dateConclusion").asText() + "' and employeur_siret = '"
                        + contrat.at("/employeur/siret").asText() + "'";
        assertThat(texte("select count(*)" + ou)).isEqualTo("1");
        return new Place(
                UUID.fromString(texte("select jeton" + ou)), texte("select coalesce(jour_lba, jour_tba)" + ou));
    }

    /** Reads that day of DECA once more; what the run says of itself at its end. */
    private static JsonNode relis(String jour) throws InterruptedException {
        var id = appel.demande(
                        "administration",
                        "mutation($jour: Date!) { lanceConnecteur(nom: \"deca\", du: $jour, au: $jour) { id } }",
                        Map.of("jour", jour))
                .donnees()
                .at("/lanceConnecteur/id")
                .asText();
        long fin = System.nanoTime() + DELAI.toNanos();
        while (true) {
            for (var une : appel
                    .demande(
                            "administration",
                            "{ connecteurs { executions(first: 50) { id etat lus signalements { motif nombre } } } }")
                    .donnees()
                    .path("connecteurs")
                    .findValues("executions")
                    .stream()
                    .flatMap(JsonNode::valueStream)
                    .toList()) {
                if (une.path("id").asText().equals(id)
                        && une.path("etat").asText().equals("TERMINEE")) {
                    return une;
                }
            }
            assertThat(System.nanoTime()).as("relecture d'un jour de DECA").isLessThan(fin);
            Thread.sleep(300);
        }
    }

    private static String texte(String sql) throws SQLException, IOException {
        try (var connexion = demonstration.superutilisateur();
                var ordre = connexion.createStatement();
                var lignes = ordre.executeQuery(sql)) {
            lignes.next();
            return lignes.getString(1);
        }
    }
}
