package fr.gouv.apprentissage.bal.embarque;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.coffre.AvecBao;
import fr.gouv.apprentissage.bal.coffre.PolitiqueDeDocs;
import fr.gouv.apprentissage.bal.coffre.ServeurBao;
import fr.gouv.apprentissage.bal.coffre.ServeurBao.AppRole;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the package asks of a real OpenBao, counted by the server's own audit: to start, and to answer requests that open sealed values. A process
 * has nothing else to ask but by the clock: refreshes (half an hour from here by default) and the signature of a checkpoint each minute.
 */
@AvecBao
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AppelsAuCoffreIT {

    private static final int CONTRATS = 500;
    private static final int DEMANDES = Integer.getInteger("bal.test.coffre.demandes", 1_000);
    private static final int CONNEXIONS = 16;
    private static final int LIGNES = 3;
    private static final String DOCUMENT =
            "{\"query\":\"{ contrats(first: " + LIGNES + ") { nodes { alternant { nom courriels } } } }\"}";

    /** A name and an address of the same record, in clear. */
    private static final Pattern CLAIRES =
            Pattern.compile("\"nom\":\"NOM-(\\d+)\",\"courriels\":\\[\"personne\\1@exemple\\.fr\"\\]");

    @TempDir
    static Path dossier;

    private static ServeurBao bao;
    private static AppRole role;
    private static PartiesEmbarquees parties;
    private static Replique processus;
    private static Map<String, Long> demarrage;

    @BeforeAll
    static void demarreAFroid() throws Exception {
        bao = ServeurBao.demarre();
        bao.politique("bal", PolitiqueDeDocs.duProcessus("transit"));
        role = bao.appRole("bal", "bal", Duration.ofHours(24));
        parties = PartiesEmbarquees.demarre(dossier.toString());
        lance().close();
        new ContratsScelles(parties.serveur().port(), bao).ecris(CONTRATS);
        var avant = appels();
        processus = lance();
        demarrage = depuis(avant);
    }

    @AfterAll
    static void arrete() {
        processus.close();
        parties.arrete();
        bao.close();
    }

    @Test
    @Order(1)
    void aColdStartAsksOnceForEachKeyWhateverTheRows() throws Exception {
        long cles = ContratsScelles.nombre(
                parties.serveur().port(), "select (select count(*) from cle) + (select count(*) from epoque)");

        System.out.printf(
                "Appels à Vault d'un démarrage à froid, %d contrats en base, %d clés : %d %s%n",
                CONTRATS, cles, somme(demarrage), demarrage);
        assertThat(somme(demarrage, "transit/decrypt/")).isEqualTo(cles);
        // two, where the keys and the one that signs are asked for at the same moment
        assertThat(somme(demarrage, "auth/approle/login")).isBetween(1L, 2L);
        assertThat(demarrage.keySet())
                .allMatch(chemin -> chemin.startsWith("transit/decrypt/")
                        || chemin.equals("auth/approle/login")
                        || chemin.startsWith("auth/token/")
                        || parLHorloge(chemin));
    }

    @Test
    @Order(2)
    void requestsAskNothing() throws Exception {
        // Given
        var jeton = new Jetons(
                        CleDesJetons.dans(new DossierEmbarque(dossier).cleDesJetons())
                                .privee(),
                        Clock.systemUTC())
                .pour("tdb");
        var requete = HttpRequest.newBuilder(URI.create(processus.racine() + "/graphql"))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + jeton)
                .header("Content-Type", "application/json")
                .header("Accept", Appel.GRAPHQL)
                .POST(BodyPublishers.ofString(DOCUMENT))
                .build();
        var avant = appels();
        long debut = System.nanoTime();

        // When
        long ouvertes = envoie(requete);

        // Then
        var duree = Duration.ofNanos(System.nanoTime() - debut);
        var appels = depuis(avant);
        var horloge = appels.entrySet().stream()
                .filter(un -> parLHorloge(un.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        System.out.printf(
                "Appels à Vault de %d requêtes qui ouvrent %d valeurs, en %d ms : %d ; jalons du journal : %d%n",
                DEMANDES, ouvertes, duree.toMillis(), somme(appels) - horloge, horloge);
        assertThat(ouvertes).isEqualTo(2L * LIGNES * DEMANDES);
        assertThat(somme(appels) - horloge).as("appels : %s", appels).isZero();
        assertThat(horloge).isLessThanOrEqualTo(2 * (duree.toMinutes() + 2));
    }

    private static Replique lance() throws Exception {
        return Replique.de(
                parties.configuration(),
                "-Dquarkus.vault.url=" + bao.adresse(),
                "-Dquarkus.vault.authentication.app-role.role-id=" + role.id(),
                "-Dquarkus.vault.authentication.app-role.secret-id=" + role.secret(),
                "-Dbal.passerelle.budget=1000000000");
    }

    /** How many values came in clear; fails at an answer that is not whole. */
    private static long envoie(HttpRequest requete) throws Exception {
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var fils = Executors.newFixedThreadPool(CONNEXIONS);
        try {
            var taches = IntStream.range(0, CONNEXIONS)
                    .mapToObj(fil -> fils.submit(() -> {
                        long ouvertes = 0;
                        for (int n = fil; n < DEMANDES; n += CONNEXIONS) {
                            var reponse = http.send(requete, BodyHandlers.ofString());
                            assertThat(reponse.statusCode()).as(reponse.body()).isEqualTo(200);
                            ouvertes += 2
                                    * CLAIRES.matcher(reponse.body()).results().count();
                        }
                        return ouvertes;
                    }))
                    .toList();
            long total = 0;
            for (var tache : taches) {
                total += tache.get();
            }
            return total;
        } finally {
            fils.shutdownNow();
        }
    }

    /** Checkpoints of the journal are signed each minute, whatever is asked. */
    private static boolean parLHorloge(String chemin) {
        return chemin.endsWith("/bal-journal");
    }

    private static Map<String, Long> appels() {
        return bao.demandesSous("bal");
    }

    private static Map<String, Long> depuis(Map<String, Long> avant) {
        var appels = new TreeMap<>(appels());
        appels.replaceAll((chemin, nombre) -> nombre - avant.getOrDefault(chemin, 0L));
        appels.values().removeIf(nombre -> nombre == 0);
        return appels;
    }

    private static long somme(Map<String, Long> appels) {
        return somme(appels, "");
    }

    private static long somme(Map<String, Long> appels, String debut) {
        return appels.entrySet().stream()
                .filter(un -> un.getKey().startsWith(debut))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
