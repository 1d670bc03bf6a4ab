package fr.gouv.apprentissage.bal.embarque;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@AvecBaseEmbarquee
class JetonsTest {

    @TempDir
    Path ailleurs;

    @ParameterizedTest
    @CsvSource({"lba,''", "sans-droit,''", "inconnu-au-registre,''", "administration,administrateur", "delegue,delegue"
    })
    void aTokenThatWasHandedOutIsAcceptedWithItsRole(String client, String role) {
        String jeton = distribue("client=" + client);

        given().header("Authorization", "Bearer " + jeton)
                .when()
                .get(RouteDEssai.CHEMIN)
                .then()
                .statusCode(200)
                .body(equalTo(role));
    }

    @Test
    void itNamesTheClientAndNobody() {
        var revendications = corps(distribue("client=lba"));

        assertThat(revendications.getString("azp")).isEqualTo("lba");
        assertThat(revendications.containsKey("sub")).isFalse();
        assertThat(revendications.getLong("exp") - revendications.getLong("iat"))
                .isEqualTo(Jetons.VALIDITE.toSeconds());
    }

    @Test
    void itNamesAPersonWhereOneIsAskedFor() {
        assertThat(corps(distribue("client=lba&agent=agent-7")).getString("sub"))
                .isEqualTo("agent-7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:8080", "127.0.0.1:1", "[::1]", "[::1]:8080"})
    void aLoopbackHostIsServed(String hote) {
        given().header("Host", hote)
                .when()
                .get("/dev/jeton?client=lba")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ailleurs.example", "localhost.ailleurs.example", "10.0.0.1:8080", "127.0.0.1.nip.io"})
    void anyOtherHostFindsNothing(String hote) {
        given().header("Host", hote).when().get("/dev/jeton?client=lba").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?client=", "?client=deux%20mots", "?client=lba&agent=%3Cb%3E"})
    void aParameterThatIsMissingOrMalformedIsRefusedInFrench(String parametres) {
        String message = given().when()
                .get("/dev/jeton" + parametres)
                .then()
                .statusCode(400)
                .extract()
                .asString();

        assertThat(message).contains("Paramètre").doesNotContain("<b>");
    }

    @Test
    void withoutATokenNothingIsAnswered() {
        given().when().get(RouteDEssai.CHEMIN).then().statusCode(401);
    }

    @Test
    void aTokenSignedByAnotherKeyIsRefused() {
        var autre = CleDesJetons.dans(ailleurs.resolve("autre.pem"));

        refuse(valide().jws().sign(autre.privee()));
    }

    @Test
    void anUnsignedTokenIsRefused() {
        refuse(enTete("none") + "." + encode(corps(JetonsDeTest.pour("lba")).encode()) + ".");
    }

    @Test
    void aTokenSignedWithThePublicKeyAsASharedSecretIsRefused() throws Exception {
        var signe =
                enTete("HS256") + "." + encode(corps(JetonsDeTest.pour("lba")).encode());
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(JetonsDeTest.cle().publique().getEncoded(), "HmacSHA256"));
        byte[] signature = mac.doFinal(signe.getBytes(StandardCharsets.US_ASCII));

        refuse(signe + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature));
    }

    @Test
    void aTokenForNobodyIsRefused() {
        refuse(signe(Jwt.issuer(Jetons.EMETTEUR).expiresIn(600).claim("azp", "lba")));
    }

    @Test
    void aTokenForAnotherAudienceIsRefused() {
        refuse(signe(valide().audience("une-autre-application")));
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() {
        refuse(signe(valide().issuer("https://ailleurs.example")));
    }

    @Test
    void anExpiredTokenIsRefused() {
        var avant = Instant.now().minusSeconds(7200);

        refuse(signe(valide().issuedAt(avant).expiresAt(avant.plusSeconds(3600))));
    }

    @Test
    void aTokenWithoutAnEndIsRefused() {
        var sansFin = corps(JetonsDeTest.pour("lba"));
        sansFin.remove("exp");

        refuse(SignatureDeTest.rs256(sansFin, JetonsDeTest.cle().privee()));
    }

    @Test
    void theSameHandMadeTokenWithAnEndIsAccepted() {
        given().header(
                        "Authorization",
                        "Bearer "
                                + SignatureDeTest.rs256(
                                        corps(JetonsDeTest.pour("lba")),
                                        JetonsDeTest.cle().privee()))
                .when()
                .get(RouteDEssai.CHEMIN)
                .then()
                .statusCode(200);
    }

    private static JwtClaimsBuilder valide() {
        return Jwt.issuer(Jetons.EMETTEUR)
                .audience(Jetons.AUDIENCE)
                .expiresIn(600)
                .claim("azp", "lba");
    }

    private static String signe(JwtClaimsBuilder revendications) {
        return revendications.jws().sign(JetonsDeTest.cle().privee());
    }

    private static void refuse(String jeton) {
        given().header("Authorization", "Bearer " + jeton)
                .when()
                .get(RouteDEssai.CHEMIN)
                .then()
                .statusCode(401);
    }

    private static String distribue(String parametres) {
        return given().when()
                .get("/dev/jeton?" + parametres)
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .extract()
                .asString();
    }

    private static JsonObject corps(String jeton) {
        return new JsonObject(new String(Base64.getUrlDecoder().decode(jeton.split("\\.")[1]), StandardCharsets.UTF_8));
    }

    private static String enTete(String algorithme) {
        return encode(new JsonObject().put("alg", algorithme).put("typ", "JWT").encode());
    }

    private static String encode(String texte) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(texte.getBytes(StandardCharsets.UTF_8));
    }
}
