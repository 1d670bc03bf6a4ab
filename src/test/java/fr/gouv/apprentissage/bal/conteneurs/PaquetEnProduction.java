package fr.gouv.apprentissage.bal.conteneurs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The package in profile prod.
 *
 * @param dossier where it runs and writes
 * @param reglages its configuration, given by the environment
 */
record PaquetEnProduction(Path dossier, Map<String, String> reglages) {

    private static final Duration DELAI = Duration.ofMinutes(3);

    /** Runs the step that migrates; the status it ends with. */
    int migre(String motDePasse) throws IOException, InterruptedException {
        var commande = commande("migre");
        commande.environment().put("QUARKUS_FLYWAY_PASSWORD", motDePasse);
        return commande.start().waitFor();
    }

    Service demarre() throws IOException {
        try (var prise = new ServerSocket(0)) {
            int port = prise.getLocalPort();
            prise.close();
            var commande = commande();
            commande.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
            var processus = commande.start();
            Runtime.getRuntime().addShutdownHook(new Thread(processus::destroyForcibly));
            return new Service(processus, port);
        }
    }

    /** One that runs. */
    record Service(Process processus, int port) implements AutoCloseable {

        /** Asks until the answer is this one. */
        void attends(String jeton, String document, Predicate<String> attendue)
                throws IOException, InterruptedException {
            long fin = System.nanoTime() + DELAI.toNanos();
            while (!attendue.test(demande(jeton, document))) {
                assertThat(processus.isAlive()).as("le paquet vit").isTrue();
                assertThat(System.nanoTime()).as("réponse attendue").isLessThan(fin);
                Thread.sleep(500);
            }
        }

        private String demande(String jeton, String document) throws InterruptedException {
            var requete = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/graphql"))
                    .header("Authorization", "Bearer " + jeton)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"query\": \"" + document + "\"}"))
                    .build();
            try {
                return HttpClient.newHttpClient()
                        .send(requete, BodyHandlers.ofString())
                        .body();
            } catch (IOException pasEncore) {
                return "";
            }
        }

        @Override
        public void close() {
            processus.destroyForcibly().onExit().join();
        }
    }

    private ProcessBuilder commande(String... arguments) {
        var mots = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Path.of(System.getProperty("bal.test.paquet")).toAbsolutePath().toString()));
        mots.addAll(List.of(arguments));
        var commande = new ProcessBuilder(mots)
                .directory(dossier.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(dossier.resolve("sortie").toFile()));
        reglages.forEach((cle, valeur) ->
                commande.environment().put(cle.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), valeur));
        return commande;
    }
}
