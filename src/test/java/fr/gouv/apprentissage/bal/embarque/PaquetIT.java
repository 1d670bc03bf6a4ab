package fr.gouv.apprentissage.bal.embarque;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The package as it is delivered, in an empty folder. */
class PaquetIT {

    @TempDir
    Path dossier;

    private Process processus;

    @AfterEach
    void nothingStaysBehind() throws InterruptedException {
        processus.destroyForcibly().waitFor();
        Postmaster.sur(new DossierEmbarque(dossier.resolve(".bal")).donnees())
                .ifPresent(p -> p.remplace(Duration.ofSeconds(10)));
    }

    @Test
    void productionRefusesToStartAndTouchesNothing() throws Exception {
        lance(List.of());

        assertThat(processus.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(processus.exitValue()).isEqualTo(1);
        assertThat(sortie())
                .contains("Démarrage refusé", "quarkus.datasource.reactive.url", "quarkus.oidc.auth-server-url")
                .contains("quarkus.vault.url")
                .doesNotContain("Exception");
        assertThat(dossier.resolve(".bal")).doesNotExist();
    }

    @Test
    void theDemonstrationStartsFromNothingAndPrintsHowToAsk() throws Exception {
        int port = portLibre();

        lance(List.of("-Dquarkus.profile=demo", "-Dquarkus.http.port=" + port));

        attends("  delegue : ");
        assertThat(sortie()).contains("NON DESTINÉ À LA PRODUCTION", "http://127.0.0.1:" + port + "/q/graphql-ui");
        var jeton = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/dev/jeton?client=lba"))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(jeton.statusCode()).isEqualTo(200);
        processus.destroy();
        assertThat(processus.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(Postmaster.sur(new DossierEmbarque(dossier.resolve(".bal")).donnees()))
                .isEmpty();
    }

    private void lance(List<String> options) throws IOException {
        var commande = new ArrayList<String>();
        commande.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        commande.add("-Dfile.encoding=UTF-8");
        commande.add("-Dstdout.encoding=UTF-8");
        commande.add("-Dstderr.encoding=UTF-8");
        commande.addAll(options);
        commande.add("-jar");
        commande.add(
                Path.of(System.getProperty("bal.test.paquet")).toAbsolutePath().toString());
        processus = new ProcessBuilder(commande)
                .directory(dossier.toFile())
                .redirectErrorStream(true)
                .redirectOutput(dossier.resolve("sortie").toFile())
                .start();
    }

    private String sortie() throws IOException {
        return new String(Files.readAllBytes(dossier.resolve("sortie")), StandardCharsets.UTF_8);
    }

    private void attends(String texte) throws Exception {
        long fin = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (!sortie().contains(texte)) {
            assertThat(processus.isAlive()).as(this::journal).isTrue();
            assertThat(System.nanoTime()).as(this::journal).isLessThan(fin);
            Thread.sleep(200);
        }
    }

    private String journal() {
        try {
            return sortie();
        } catch (IOException e) {
            return "sortie illisible";
        }
    }

    private static int portLibre() throws IOException {
        try (var prise = new ServerSocket(0)) {
            return prise.getLocalPort();
        }
    }
}
