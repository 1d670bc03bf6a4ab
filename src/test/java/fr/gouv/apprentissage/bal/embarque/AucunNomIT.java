package fr.gouv.apprentissage.bal.embarque;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.gouv.apprentissage.bal.embarque.generateur.EntreprisesDemo;
import fr.gouv.apprentissage.bal.embarque.generateur.Monde;
import fr.gouv.apprentissage.bal.embarque.generateur.MondeDOffres;
import fr.gouv.apprentissage.bal.embarque.simulateur.SimulateurDemo;
import fr.gouv.apprentissage.bal.fuite.ChercheurDeNoms;
import fr.gouv.apprentissage.bal.fuite.Trouvaille;
import fr.gouv.apprentissage.bal.fuite.Trouvaille.Forme;
import fr.gouv.apprentissage.bal.fuite.ValeursDuMonde;
import fr.gouv.apprentissage.bal.oracle.JourServi;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Issue 3, shown by 3: no generated person shows in the tables, the logs or the metrics of the package, whatever clients send. */
@Tag("attaque30")
class AucunNomIT {

    private static final List<String> CLIENTS = List.of("lba", "tdb", "sans-droit", "administration", "delegue");
    private static final List<String> AUTRES_SOURCES =
            List.of("francetravail", "contacts-akto", "contacts-constructys", "contacts-ocapiat", "contacts-deca");
    private static final int JOURS = 30;

    private static Demonstration demonstration;
    private static Set<String> valeurs;
    private static ChercheurDeNoms chercheur;
    private static Interrogatoire interrogatoire;

    @BeforeAll
    static void interroge() throws Exception {
        demonstration = Demonstration.partagee();
        var hier = LocalDate.now(ZoneId.of("Europe/Paris")).minusDays(1);
        var jours = JourServi.de(Monde.deDemonstration(SimulateurDemo.GRAINE), hier.minusDays(JOURS), hier);
        for (var connecteur : AUTRES_SOURCES) {
            demonstration.lis(connecteur);
        }
        valeurs = new LinkedHashSet<>(ValeursDuMonde.de(jours));
        valeurs.addAll(ValeursDuMonde.deRecruteurs(
                new EntreprisesDemo(SimulateurDemo.GRAINE).toutes(),
                MondeDOffres.deDemonstration(SimulateurDemo.GRAINE).offres(Instant.now())));
        chercheur = new ChercheurDeNoms(valeurs);
        interrogatoire = new Interrogatoire(demonstration.appel(), temoin(jours));
    }

    @Test
    void noTableNoLogAndNoMetricShowsAPerson() throws Exception {
        // Given
        for (var client : CLIENTS) {
            interrogatoire.bienForme(client);
            interrogatoire.malForme(client);
        }

        // When
        var trouvailles = new TreeMap<String, List<Trouvaille>>();
        try (var connexion = demonstration.superutilisateur()) {
            for (var table : Releve.de(connexion).entrySet()) {
                trouvailles.put(table.getKey(), chercheur.cherche(table.getValue()));
            }
        }
        trouvailles.put("journal de l'application", dans(demonstration.sortie()));
        trouvailles.put("journal de PostgreSQL", dans(demonstration.journalPostgres()));
        trouvailles.put(
                "/q/metrics",
                chercheur.cherche(demonstration.appel().lis("/q/metrics").corps()));

        // Then
        assertThat(trouvailles)
                .containsKeys("public.contact", "public.offre", "public.depot_morceau", "public.execution")
                .containsKeys("public.identite", "public.contrat", "public.changement", "journal.entree_" + mois());
        assertThat(trouvailles)
                .allSatisfy((lieu, trouvees) -> assertThat(trouvees).as(lieu).isEmpty());
        assertThat(Files.readString(demonstration.sortie())).contains("DEBUG");
    }

    @Test
    void whoMayReadFindsThePersonThatTheQuestionsAreAbout() {
        assertThat(interrogatoire
                        .bienForme("tdb")
                        .get(1)
                        .donnees()
                        .path("personnes")
                        .path("nodes"))
                .isNotEmpty();
        assertThat(interrogatoire
                        .bienForme("delegue")
                        .get(1)
                        .donnees()
                        .path("personnes")
                        .path("nodes"))
                .isNotEmpty();
        assertThat(interrogatoire
                        .bienForme("delegue")
                        .get(2)
                        .donnees()
                        .path("personnes")
                        .path("nodes"))
                .isNotEmpty();
        assertThat(interrogatoire
                        .bienForme("delegue")
                        .get(3)
                        .donnees()
                        .path("personnes")
                        .path("nodes"))
                .isNotEmpty();
    }

    @Test
    void noAnswerToWhoMayReadNothingShowsAPerson() {
        for (var client : List.of("sans-droit", "administration")) {
            assertThat(interrogatoire.bienForme(client))
                    .allSatisfy(reponse ->
                            assertThat(chercheur.cherche(reponse.corps())).isEmpty());
        }
    }

    @Test
    void noRefusalRepeatsWhatWasSent() {
        for (var client : CLIENTS) {
            assertThat(interrogatoire.malForme(client)).allSatisfy(reponse -> {
                assertThat(reponse.corps()).isNotEmpty();
                assertThat(chercheur.cherche(reponse.corps())).isEmpty();
            });
        }
    }

    @Test
    void valuesPlantedInATableAreFoundInEachForm() throws Exception {
        var valeur = accentuee();
        try (var connexion = demonstration.superutilisateur();
                var ordre = connexion.createStatement()) {
            // Given
            connexion.setAutoCommit(false);
            ordre.execute("create table public.plantee (texte text, octets bytea)");
            try (var ajout = connexion.prepareStatement("insert into public.plantee values (?, ?)")) {
                for (var ecrit : ecritures(valeur)) {
                    ajout.setString(1, ecrit);
                    ajout.setBytes(2, valeur.getBytes(StandardCharsets.UTF_8));
                    ajout.executeUpdate();
                }
            }

            // When
            var trouvees = chercheur.cherche(Releve.de(connexion).get("public.plantee"));

            // Then
            connexion.rollback();
            assertThat(trouvees)
                    .filteredOn(t -> t.valeur().equals(valeur))
                    .extracting(Trouvaille::forme)
                    .contains(Forme.values());
        }
    }

    @Test
    void valuesPlantedInALogAreFoundInEachForm(@TempDir Path dossier) throws Exception {
        var valeur = accentuee();
        for (var journal : List.of(demonstration.sortie(), demonstration.journalPostgres())) {
            for (var ecrit : ecritures(valeur)) {
                var copie = dossier.resolve("copie");
                Files.copy(journal, copie, StandardCopyOption.REPLACE_EXISTING);
                Files.writeString(copie, "\nDEBUG [x] (y) " + ecrit + " z\n", StandardOpenOption.APPEND);

                assertThat(dans(copie)).as(ecrit).extracting(Trouvaille::valeur).contains(valeur);
            }
        }
    }

    private static List<String> ecritures(String valeur) {
        var octets = valeur.getBytes(StandardCharsets.UTF_8);
        return List.of(
                valeur,
                valeur.toUpperCase(Locale.ROOT),
                Normalizer.normalize(valeur, Normalizer.Form.NFD)
                        .replaceAll("[^A-Za-z]", "")
                        .toLowerCase(Locale.ROOT),
                HexFormat.of().formatHex(octets),
                Base64.getEncoder().encodeToString(octets));
    }

    private static List<Trouvaille> dans(Path fichier) throws Exception {
        try (var entree = Files.newInputStream(fichier)) {
            return chercheur.cherche(entree);
        }
    }

    private static String accentuee() {
        return valeurs.stream()
                .filter(valeur -> valeur.matches("\\p{L}{12,}") && !valeur.matches("[A-Za-z]+"))
                .findFirst()
                .orElseThrow();
    }

    /** A row that states all that can be asked for, its name fit to stand for a name of GraphQL, that nothing replaced. */
    private static JsonNode temoin(List<JourServi> jours) {
        var dernier = jours.get(jours.size() - 1).tba();
        return dernier.stream()
                .filter(JsonNode::isObject)
                .filter(ligne -> texte(ligne, "nom").matches("[A-Za-z]{9,}")
                        && texte(ligne, "prenom").matches("\\p{L}{9,}")
                        && texte(ligne, "courriel").matches("[a-z.0-9-]+@[a-z.]+")
                        && texte(ligne, "telephone").matches("0[1-9][0-9]{8}")
                        && texte(ligne, "dateNaissance").matches("[0-9]{4}-[0-9]{2}-[0-9]{2}"))
                .filter(ligne -> dernier.stream()
                                .filter(autre -> numero(autre).equals(numero(ligne)))
                                .count()
                        == 1)
                .findFirst()
                .orElseThrow();
    }

    private static String numero(JsonNode ligne) {
        return ligne.at("/detailsContrat/noContrat").asText();
    }

    private static String texte(JsonNode ligne, String champ) {
        return ligne.path("alternant").path(champ).asText();
    }

    private static String mois() {
        return LocalDate.now(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("yyyy_MM"));
    }
}
