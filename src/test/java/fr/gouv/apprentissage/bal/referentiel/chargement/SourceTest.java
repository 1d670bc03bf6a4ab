package fr.gouv.apprentissage.bal.referentiel.chargement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTest {

    private static final Duration DELAI = Duration.ofSeconds(20);

    private HttpServer serveur;

    @BeforeEach
    void demarre() throws IOException {
        serveur = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serveur.setExecutor(Executors.newCachedThreadPool());
        serveur.createContext("/o.csv", echange -> repond(echange, 200, "uai;siret\n"));
        serveur.createContext("/absent.csv", echange -> repond(echange, 404, "absent"));
        serveur.createContext("/lent.csv", SourceTest::commenceEtSArrete);
        serveur.start();
    }

    @AfterEach
    void arrete() {
        serveur.stop(0);
    }

    @Test
    void aPathIsRead(@TempDir Path dossier) throws IOException {
        var fichier = Files.writeString(dossier.resolve("o.csv"), "uai;siret\n");

        assertThat(contenu(Source.a(fichier.toString(), DELAI))).isEqualTo("uai;siret\n");
    }

    @Test
    void anAddressIsRead() throws IOException {
        assertThat(contenu(Source.a(adresse("/o.csv"), DELAI))).isEqualTo("uai;siret\n");
    }

    @Test
    void theNameOfASourceTellsNeitherHostNorSecret() {
        assertThat(Source.a("https://moi:secret@hote.exemple.fr/dossier/o.csv?cle=secret", DELAI)
                        .nom())
                .isEqualTo("o.csv");
    }

    @Test
    void anAnswerOtherThan200IsAFault() {
        assertThatThrownBy(() -> contenu(Source.a(adresse("/absent.csv"), DELAI)))
                .hasMessage("réponse HTTP 404");
    }

    @Test
    void aBodyThatNeverEndsIsGivenUp() {
        assertThatThrownBy(() -> contenu(Source.a(adresse("/lent.csv"), Duration.ofMillis(500))))
                .isInstanceOf(IOException.class)
                .hasMessage("délai dépassé");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/hosts", "ftp://hote/o.csv", "http:///o.csv", "https://a b"})
    void onlyHttpIsFetched(String lieu) {
        assertThatThrownBy(() -> Source.a(lieu, DELAI)).isInstanceOf(SourceIllisible.class);
    }

    private String adresse(String chemin) {
        return "http://127.0.0.1:" + serveur.getAddress().getPort() + chemin;
    }

    private static String contenu(Source source) throws IOException {
        try (var flux = source.ouverture().ouvre()) {
            return new String(flux.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void repond(HttpExchange echange, int statut, String corps) throws IOException {
        var octets = corps.getBytes(StandardCharsets.UTF_8);
        echange.sendResponseHeaders(statut, octets.length);
        echange.getResponseBody().write(octets);
        echange.close();
    }

    private static void commenceEtSArrete(HttpExchange echange) throws IOException {
        echange.sendResponseHeaders(200, 100);
        echange.getResponseBody().write('u');
        echange.getResponseBody().flush();
    }
}
