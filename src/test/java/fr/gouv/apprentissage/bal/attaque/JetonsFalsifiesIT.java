package fr.gouv.apprentissage.bal.attaque;

import static fr.gouv.apprentissage.bal.attaque.Cible.refusee;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that the provider never made, or not for us, or not for now. */
class JetonsFalsifiesIT {

    private static final String DOCUMENT = "{ contrats(first: 1) { nodes { id } } }";

    private static Cible cible;
    private static KeyPair cle;
    private static KeyPair autre;

    @BeforeAll
    static void vise() throws Exception {
        cible = Cible.vivante();
        cle = Jeton.cleDe(cible.demonstration().embarque());
        autre = Jeton.autreCle();
    }

    @Test
    void attaque20_le_meme_jeton_non_falsifie_est_admis() {
        assertThat(cible.porteur(lba().signe(cle.getPrivate()), DOCUMENT, Map.of())
                        .codes())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "nOnE", ""})
    void attaque20_alg_none(String algorithme) {
        var sans = lba().enTete("alg", algorithme).avec(new byte[0]);

        refuse(sans);
        refuse(sans.substring(0, sans.length() - 1));
    }

    static Stream<Arguments> secrets() {
        var der = cle.getPublic().getEncoded();
        var base64 = Base64.getEncoder().encodeToString(der);
        var pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END PUBLIC KEY-----\n";
        return Stream.of(
                Arguments.of("DER", der),
                Arguments.of("base64", octets(base64)),
                Arguments.of("PEM", octets(pem)),
                Arguments.of("PEM sans fin de ligne", octets(pem.strip())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("secrets")
    void attaque20_confusion_hs_rs(String forme, byte[] secret) {
        refuse(lba().signe(secret));
    }

    static Stream<Arguments> revendicationsFausses() {
        long maintenant = Instant.now().getEpochSecond();
        var jeton = Jeton.valable("lba");
        return Stream.of(
                Arguments.of("sans audience", jeton.sans("aud")),
                Arguments.of("audience nulle", jeton.avec("aud", null)),
                Arguments.of("audience vide", jeton.avec("aud", new JsonArray())),
                Arguments.of("audience étrangère", jeton.avec("aud", "une-autre")),
                Arguments.of("audience presque la nôtre", jeton.avec("aud", "BAL")),
                Arguments.of("audience suivie d'un blanc", jeton.avec("aud", "bal ")),
                Arguments.of("sans émetteur", jeton.sans("iss")),
                Arguments.of("autre émetteur", jeton.avec("iss", "urn:bal:embarquee")),
                Arguments.of("sans fin", jeton.sans("exp")),
                Arguments.of("expiré depuis une seconde", jeton.avec("exp", maintenant - 1)),
                Arguments.of("expiré depuis une heure", jeton.avec("exp", maintenant - 3_600)),
                Arguments.of("fin en texte", jeton.avec("exp", Long.toString(maintenant + 600))),
                Arguments.of("fin négative", jeton.avec("exp", -1)),
                Arguments.of("pas encore valable", jeton.avec("nbf", maintenant + 3_600)),
                Arguments.of("valable dans deux minutes", jeton.avec("nbf", maintenant + 120)),
                Arguments.of("sans date d'émission", jeton.sans("iat")),
                Arguments.of(
                        "extension critique inconnue",
                        jeton.enTete("crit", new JsonArray(List.of("x"))).enTete("x", 1)),
                Arguments.of(
                        "charge non encodée",
                        jeton.enTete("crit", new JsonArray(List.of("b64"))).enTete("b64", false)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("revendicationsFausses")
    void attaque20_audience_duree_et_entete(String faute, Jeton jeton) {
        refuse(jeton.signe(cle.getPrivate()));
    }

    @Test
    void attaque20_charge_modifiee_et_signature_d_un_autre() {
        var bon = lba().signe(cle.getPrivate()).split("\\.");
        var administrateur = lba().avec("groups", new JsonArray(List.of("administrateur")));

        refuse(bon[0] + "." + administrateur.avec(new byte[0]).split("\\.")[1] + "." + bon[2]);
        refuse(bon[0] + "." + bon[1] + ".");
        refuse(bon[0] + "." + bon[1] + "." + bon[2] + "." + bon[2]);
        refuse(administrateur.signe(autre.getPrivate()));
    }

    @Test
    void attaque20_kid_jku_x5u_et_jwk_ne_menent_nulle_part() throws Exception {
        try (var ecoute = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            var url = "http://127.0.0.1:" + ecoute.getLocalPort() + "/cles";
            ecoute.setSoTimeout(500);

            for (var nom : List.of("kid", "jku", "x5u")) {
                for (var valeur : List.of(url, "../../../../dev/null", "/dev/null", "' or 1=1 --", "x".repeat(4_000))) {
                    refuse(lba().enTete(nom, valeur).signe(autre.getPrivate()));
                    refuse(lba().enTete(nom, valeur).signe(new byte[] {0}));
                }
            }
            refuse(lba().enTete("jwk", jwk(autre)).signe(autre.getPrivate()));

            assertThatThrownBy(ecoute::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void attaque21_rafale_de_cles_inconnues() throws Exception {
        try (var ecoute = new ServerSocket(0, 500, InetAddress.getLoopbackAddress())) {
            ecoute.setSoTimeout(500);
            var url = "http://127.0.0.1:" + ecoute.getLocalPort() + "/cles";

            for (int i = 0; i < 200; i++) {
                refuse(lba().enTete("kid", "cle-" + i).enTete("jku", url).signe(autre.getPrivate()));
            }

            assertThatThrownBy(ecoute::accept).isInstanceOf(SocketTimeoutException.class);
            attaque20_le_meme_jeton_non_falsifie_est_admis();
        }
    }

    private static Jeton lba() {
        return Jeton.valable("lba");
    }

    private static JsonObject jwk(KeyPair paire) {
        var publique = (java.security.interfaces.RSAPublicKey) paire.getPublic();
        var base64 = Base64.getUrlEncoder().withoutPadding();
        return new JsonObject()
                .put("kty", "RSA")
                .put("n", base64.encodeToString(publique.getModulus().toByteArray()))
                .put("e", base64.encodeToString(publique.getPublicExponent().toByteArray()));
    }

    private static byte[] octets(String texte) {
        return texte.getBytes(StandardCharsets.US_ASCII);
    }

    private static void refuse(String jeton) {
        refusee(cible.porteur(jeton, DOCUMENT, Map.of()), 401, "NON_AUTHENTIFIE");
    }
}
