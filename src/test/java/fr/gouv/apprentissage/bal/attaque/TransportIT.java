package fr.gouv.apprentissage.bal.attaque;

import static fr.gouv.apprentissage.bal.attaque.Cible.refusee;
import static fr.gouv.apprentissage.bal.attaque.Cible.tropGrande;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be tried with HTTP itself. */
class TransportIT {

    private static final String MOI = "{\"query\":\"{ moi { id } }\"}";

    private static Cible cible;

    @BeforeAll
    static void vise() throws Exception {
        cible = Cible.vivante();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1_000})
    void attaque02_lot_d_operations(int nombre) {
        var lot = "[" + String.join(",", Collections.nCopies(nombre, MOI)) + "]";

        refusee(cible.appel().poste("lba", lot, Map.of()), 400, "REQUETE_ILLISIBLE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/graphql?query=%7Bmoi%7Bid%7D%7D",
                "/graphql?query=mutation%7BsuspendClient(id:%22tdb%22,motif:%22x%22)%7Bid%7D%7D",
                "/graphql/?query=%7Bmoi%7Bid%7D%7D",
                "//graphql?query=%7Bmoi%7Bid%7D%7D"
            })
    void attaque10_requete_et_modification_par_get(String chemin) throws Exception {
        for (var entete : List.of("X-HTTP-Method-Override", "X-Method-Override", "X-HTTP-Method")) {
            var reponse = envoie(
                    HttpRequest.newBuilder(URI.create(cible.demonstration().racine() + chemin))
                            .header("Authorization", "Bearer " + cible.appel().jeton("administration"))
                            .header(entete, "POST"));

            assertThat(reponse.statusCode()).isEqualTo(405);
            assertThat(reponse.body()).doesNotContain("data");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/graphql",
                "text/plain; application/json",
                "application/json, text/plain",
                "application/jsonp"
            })
    void attaque10_corps_qu_une_page_web_etrangere_peut_envoyer(String type) {
        refusee(cible.appel().poste("lba", MOI, Map.of("Content-Type", type)), 415, "TYPE_NON_LU");
    }

    @Test
    void attaque10_aucune_origine_etrangere_n_est_admise() throws Exception {
        var reponse =
                envoie(HttpRequest.newBuilder(URI.create(cible.demonstration().racine() + "/graphql"))
                        .method("OPTIONS", BodyPublishers.noBody())
                        .header("Origin", "https://ailleurs.example")
                        .header("Access-Control-Request-Method", "POST"));

        assertThat(reponse.statusCode()).isEqualTo(405);
        assertThat(reponse.headers().map().keySet()).noneMatch(nom -> nom.startsWith("access-control-"));
    }

    @ParameterizedTest
    @CsvSource({
        "/graphql,graphql-transport-ws",
        "/graphql,graphql-ws",
        "/graphql/,graphql-transport-ws",
        "//graphql,graphql-ws"
    })
    void attaque10_websocket_sans_jeton(String chemin, String protocole) throws IOException {
        assertThat(cible.statuts("GET " + chemin
                        + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: "
                        + protocole + "\r\n\r\n"))
                .containsExactly("405");
    }

    @Test
    void attaque37_corps_lents_sans_gener_les_autres() throws IOException {
        var lentes = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 200; i++) {
                lentes.add(cible.envoie(cible.enTetes("lba") + "Content-Length: 500\r\n\r\n{"));
            }
            for (int i = 0; i < 20; i++) {
                assertThat(cible.demande("tdb", "{ moi { id } }").corps())
                        .isEqualTo("{\"data\":{\"moi\":{\"id\":\"tdb\"}}}");
            }
        } finally {
            for (var lente : lentes) {
                lente.close();
            }
        }
    }

    @Test
    void attaque37_un_corps_annonce_demesure_est_refuse_avant_d_etre_lu() throws IOException {
        assertThat(cible.statuts(cible.enTetes("lba") + "Content-Length: 999999999999\r\n\r\n"))
                .containsExactly("413");
    }

    @Test
    void attaque37_bombe_de_compression() throws Exception {
        var octets = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(octets)) {
            gzip.write(MOI.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            gzip.write(new byte[100_000_000]);
        }

        var reponse =
                envoie(HttpRequest.newBuilder(URI.create(cible.demonstration().racine() + "/graphql"))
                        .POST(BodyPublishers.ofByteArray(octets.toByteArray()))
                        .header("Authorization", "Bearer " + cible.appel().jeton("lba"))
                        .header("Content-Type", "application/json")
                        .header("Content-Encoding", "gzip"));

        assertThat(reponse.statusCode()).isEqualTo(415);
        assertThat(reponse.body()).contains("TYPE_NON_LU");
    }

    @Test
    void attaque37_un_corps_qui_grandit_par_morceaux_est_borne() {
        tropGrande(cible.appel().poste("lba", MOI + " ".repeat(300_000), Map.of()), "corps");
    }

    private static HttpResponse<String> envoie(HttpRequest.Builder requete) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(requete.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
    }
}
