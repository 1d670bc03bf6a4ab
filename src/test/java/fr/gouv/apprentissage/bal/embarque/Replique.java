package fr.gouv.apprentissage.bal.embarque;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A second process of the package on the database and the keys of a {@link Demonstration}, as a replica in production would be. */
final class Replique implements AutoCloseable {

    /** What nobody waits for: a start is slow for as long as the machine is busy, and one that fails ends by itself. */
    private static final Duration DELAI = Duration.ofMinutes(15);

    private final Process processus;
    private final int port;

    private Replique(Process processus, int port) {
        this.processus = processus;
        this.port = port;
    }

    /** Starts it, with these settings beside those that lead it to the database. */
    static Replique de(Demonstration demonstration, String... reglages) throws IOException, InterruptedException {
        var dossier = new DossierEmbarque(demonstration.embarque());
        return de(PartiesEmbarquees.configuration(dossier, demonstration.portDeLaBase()), reglages);
    }

    /** A process on a database and keys that these settings lead to; none of them makes it start embedded parts. */
    static Replique de(Map<String, String> configuration, String... reglages) throws IOException, InterruptedException {
        int port = Demonstration.portLibre();
        var commande = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dquarkus.profile=demo",
                "-Dquarkus.http.port=" + port,
                "-Dbal.embarque.simulateurs=false"));
        configuration.forEach((cle, valeur) -> {
            if (!cle.startsWith("bal.embarque.")) {
                commande.add("-D" + cle + "=" + valeur);
            }
        });
        commande.addAll(List.of(reglages));
        commande.add("-jar");
        commande.add(
                Path.of(System.getProperty("bal.test.paquet")).toAbsolutePath().toString());
        var sortie = Files.createTempFile("bal-replique", ".log");
        sortie.toFile().deleteOnExit();
        var processus = new ProcessBuilder(commande)
                .directory(Files.createTempDirectory("bal-replique").toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(sortie.toFile()))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(processus::destroyForcibly));
        var replique = new Replique(processus, port);
        replique.attends(sortie);
        return replique;
    }

    /** Its address, without a path. */
    String racine() {
        return "http://127.0.0.1:" + port;
    }

    /** The process itself, for who would stop or kill it. */
    Process processus() {
        return processus;
    }

    @Override
    public void close() {
        processus.destroyForcibly().onExit().join();
    }

    private void attends(Path sortie) throws InterruptedException {
        var client = HttpClient.newHttpClient();
        var pret = HttpRequest.newBuilder(URI.create(racine() + "/q/health/ready"))
                .timeout(Duration.ofSeconds(30))
                .build();
        long fin = System.nanoTime() + DELAI.toNanos();
        while (!repond(client, pret)) {
            assertThat(processus.isAlive())
                    .as(() -> "la réplique vit : " + lis(sortie))
                    .isTrue();
            assertThat(System.nanoTime()).as(() -> "démarrage : " + lis(sortie)).isLessThan(fin);
            Thread.sleep(200);
        }
    }

    private static boolean repond(HttpClient client, HttpRequest requete) throws InterruptedException {
        try {
            return client.send(requete, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException pasEncore) {
            return false;
        }
    }

    private static String lis(Path sortie) {
        try {
            return Files.readString(sortie);
        } catch (IOException illisible) {
            return "illisible";
        }
    }
}
