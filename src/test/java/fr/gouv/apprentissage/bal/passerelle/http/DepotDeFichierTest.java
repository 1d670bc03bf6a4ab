package fr.gouv.apprentissage.bal.passerelle.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.embarque.AvecBaseEmbarquee;
import fr.gouv.apprentissage.bal.embarque.JetonsDeTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that an administrator hands in over HTTP, on its way to a run. */
@QuarkusTest
@AvecBaseEmbarquee
class DepotDeFichierTest {

    private static final String ENTETE = "siret|email\n";
    private static final String LIGNE = "13002526500013|{depot.essai@entreprise-deposante.fr}\n";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Pool pool;

    @TestHTTPResource("/fichiers/contacts-deca")
    URI adresse;

    @Test
    void aFileIsReadByTheRunThatTheAnswerNames() {
        var recu = administre().body(ENTETE + LIGNE).post("/fichiers/contacts-deca");

        assertThat(recu.statusCode()).as(recu.asString()).isEqualTo(202);
        assertThat(recu.jsonPath().getLong("octets")).isEqualTo((ENTETE + LIGNE).length());
        var execution = finie(recu);
        assertThat(execution).isEqualTo("TERMINEE 1");
        assertThat(nombre("contact where siren = '130025265'")).isEqualTo(1);
        assertThat(nombre("depot")).isZero();
        assertThat(nombre("depot_morceau")).isZero();
    }

    @Test
    void aFileLargerThanOtherBodiesMayBeComesInWhole() {
        var corps = new StringBuilder(ENTETE).append(LIGNE);
        while (corps.length() < 11_000_000) {
            corps.append("13002526500013|{}\n");
        }

        var recu = administre().body(corps.toString()).post("/fichiers/contacts-deca");

        assertThat(recu.statusCode()).as(recu.asString()).isEqualTo(202);
        assertThat(recu.jsonPath().getLong("octets")).isEqualTo(corps.length());
        assertThat(finie(recu)).startsWith("TERMINEE ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lba", "delegue", "sans-droit"})
    void nobodyElseHandsAnythingIn(String client) {
        var recu = depose(client).body(ENTETE + LIGNE).post("/fichiers/contacts-deca");

        assertThat(recu.jsonPath().getString("errors[0].extensions.code")).isEqualTo("ROLE_REQUIS");
        assertThat(recu.statusCode()).isEqualTo(403);
    }

    @Test
    void withoutATokenNothingIsRead() {
        var recu = given().contentType("text/csv").body(ENTETE + LIGNE).post("/fichiers/contacts-deca");

        assertThat(recu.statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"deca", "francetravail", "inconnu"})
    void aConnectorThatTakesNoFilesIsNamed(String connecteur) {
        var recu = administre().body(ENTETE + LIGNE).post("/fichiers/" + connecteur);

        assertThat(recu.jsonPath().getString("errors[0].extensions.argument")).isEqualTo("connecteur");
        assertThat(recu.statusCode()).isBetween(400, 499);
    }

    @Test
    void aFileThatIsAnnouncedTooLargeIsRefusedBeforeItComes() throws IOException {
        assertThat(commence("Content-Length: 70000000", "x")).startsWith("HTTP/1.1 413");
        assertThat(nombre("depot where not complet")).isZero();
    }

    @Test
    void aFileThatIsCutLeavesNothing() throws IOException {
        try (var prise = ouvre("Content-Length: 1000000")) {
            prise.getOutputStream().write((ENTETE + LIGNE).getBytes(StandardCharsets.UTF_8));
            prise.getOutputStream().flush();
            assertThat(attends(() -> nombre("depot where not complet"), nombre -> nombre == 1))
                    .isOne();
        }

        assertThat(attends(() -> nombre("depot where not complet"), nombre -> nombre == 0))
                .isZero();
        assertThat(
                        nombre(
                                "depot_morceau m where not exists (select from depot d where d.enregistrement = m.enregistrement)"))
                .isZero();
    }

    private String finie(Response recu) {
        var id = recu.jsonPath().getLong("execution");
        return attends(
                () -> texte("select etat || ' ' || lus from execution where id = " + id),
                etat -> !etat.startsWith("EN_"));
    }

    /** What there is once it is as wanted, or when patience is at its end. */
    private static <T> T attends(Supplier<T> mesure, Predicate<T> voulu) {
        var fin = System.nanoTime() + PATIENCE.toNanos();
        var mesuree = mesure.get();
        while (!voulu.test(mesuree) && System.nanoTime() < fin) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            mesuree = mesure.get();
        }
        return mesuree;
    }

    private long nombre(String depuis) {
        return Long.parseLong(texte("select count(*) from " + depuis));
    }

    private String texte(String sql) {
        return pool.query(sql.replaceFirst("select (.*?) from", "select ($1)::text from"))
                .executeAndAwait()
                .iterator()
                .next()
                .getString(0);
    }

    private String commence(String longueur, String corps) throws IOException {
        try (var prise = ouvre(longueur)) {
            prise.getOutputStream().write(corps.getBytes(StandardCharsets.UTF_8));
            prise.getOutputStream().flush();
            return new String(prise.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        }
    }

    private Socket ouvre(String longueur) throws IOException {
        var prise = new Socket("127.0.0.1", adresse.getPort());
        prise.setSoTimeout((int) PATIENCE.toMillis());
        prise.getOutputStream()
                .write(("POST /fichiers/contacts-deca HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: "
                                + JetonsDeTest.enTete("administration") + "\r\n" + longueur + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        prise.getOutputStream().flush();
        return prise;
    }

    private static RequestSpecification administre() {
        return depose("administration");
    }

    private static RequestSpecification depose(String client) {
        return given().headers(Map.of("Authorization", JetonsDeTest.enTete(client)))
                .contentType("text/csv");
    }
}
