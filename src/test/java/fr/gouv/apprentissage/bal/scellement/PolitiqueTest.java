package fr.gouv.apprentissage.bal.scellement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.apprentissage.bal.coffre.AccesBao;
import fr.gouv.apprentissage.bal.coffre.AvecBao;
import fr.gouv.apprentissage.bal.coffre.PolitiqueDeDocs;
import fr.gouv.apprentissage.bal.coffre.ServeurBao;
import fr.gouv.apprentissage.bal.journal.jalon.SignataireVault;
import fr.gouv.apprentissage.bal.scellement.vault.Coffre;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The policies that docs/vault gives to operators: each suffices, and allows nothing more. */
@AvecBao
class PolitiqueTest {

    private static final String MOTEUR = "politique";
    private static final Duration HEURE = Duration.ofHours(1);
    private static final Set<String> LUES = Set.of("GET", "LIST");

    private static ServeurBao bao;
    private static String processus;
    private static String epoques;

    /** A call that a policy must refuse. */
    record Demande(String methode, String chemin, Map<String, ?> corps) {

        @Override
        public String toString() {
            return methode + " " + chemin + " " + (corps == null ? "" : corps.keySet());
        }
    }

    @BeforeAll
    static void prepare() {
        bao = ServeurBao.partage();
        bao.moteur(MOTEUR);
        bao.moteur("autre-moteur");
        bao.appelle("POST", "secret/data/bal", Map.of("data", Map.of("cle", "valeur")));
        bao.appelle("POST", "secret/data/autre", Map.of("data", Map.of("cle", "valeur")));
        processus = bao.jeton("bal", PolitiqueDeDocs.duProcessus(MOTEUR), HEURE);
        epoques = bao.jeton("bal-epoques", PolitiqueDeDocs.desEpoques(MOTEUR), HEURE);
    }

    private static int statut(String jeton, Demande demande) {
        return bao.reponse(jeton, demande.methode(), demande.chemin(), demande.corps())
                .statut();
    }

    @Test
    void theProcessStartsSealsOpensRefreshesSignsAndWrapsAnewWithItsPolicyAlone() {
        // Given: it logs in by itself, and its tokens have that policy and nothing else
        var role = bao.appRole("bal", "bal", HEURE);
        var client = AccesBao.parAppRole(bao.adresse(), role, Duration.ofSeconds(30));
        var registre = new RegistreEnMemoire();
        var lequel = ProcessusDeTest.de(client, MOTEUR, registre).demarre();

        // When
        var fiche = lequel.scelle();
        lequel.passe(Duration.ofMinutes(31));
        bao.appelle("POST", MOTEUR + "/keys/bal-identite/rotate", Map.of());
        var bilan = new Renveloppement(lequel.detenteur, registre).execute();
        var signature = new SignataireVault(new Coffre(client, MOTEUR, Duration.ofSeconds(4)))
                .signe(cle -> cle.getBytes())
                .await()
                .indefinitely();

        // Then
        assertThat(lequel.ouvre(fiche)).isEqualTo("Zoé");
        assertThat(lequel.sante.call().getData()).isEmpty();
        assertThat(bilan).isEqualTo(new Renveloppement.Bilan(1, registre.lis().size() - 2, List.of()));
        assertThat(signature.signature()).hasSize(64);
        assertThat(bao.reponse(processus, "GET", "secret/data/bal", null).statut())
                .isEqualTo(200);
        assertThat(bao.reponse(processus, "GET", "auth/token/lookup-self", null).statut())
                .isEqualTo(200);
        assertThat(bao.reponse(processus, "POST", "auth/token/renew-self", Map.of())
                        .statut())
                .isEqualTo(200);
    }

    static Stream<Demande> toutLeReste() {
        var cles = Stream.concat(ServeurBao.CLES.stream(), Stream.of("bal-journal"))
                .flatMap(PolitiqueTest::surUneCle);
        var clair = Base64.getEncoder().encodeToString(new byte[32]);
        var ailleurs = Stream.of(
                new Demande("LIST", MOTEUR + "/keys", null),
                new Demande("GET", MOTEUR + "/keys/bal-identite", null),
                new Demande("GET", MOTEUR + "/keys/bal-secrets", null),
                new Demande("POST", MOTEUR + "/keys/bal-nouvelle", Map.of()),
                new Demande("POST", MOTEUR + "/rewrap/bal-secrets", Map.of("ciphertext", "vault:v1:AAAA")),
                new Demande("POST", MOTEUR + "/decrypt/bal-journal", Map.of("ciphertext", "vault:v1:AAAA")),
                new Demande("POST", MOTEUR + "/sign/bal-identite", Map.of("input", clair)),
                new Demande("POST", MOTEUR + "/sign/bal-journal/sha2-256", Map.of("input", clair)),
                new Demande("POST", MOTEUR + "/restore/bal-identite", Map.of("backup", clair)),
                new Demande("POST", MOTEUR + "/cache-config", Map.of("size", 10)),
                new Demande("POST", MOTEUR + "/config/keys", Map.of("disable_upsert", false)),
                new Demande("GET", MOTEUR + "/wrapping_key", null),
                new Demande("POST", "autre-moteur/datakey/wrapped/bal-identite", Map.of()),
                new Demande("POST", "autre-moteur/decrypt/bal-identite", Map.of("ciphertext", "vault:v1:AAAA")),
                new Demande("GET", "secret/data/autre", null),
                new Demande("POST", "secret/data/bal", Map.of("data", Map.of("cle", "autre"))),
                new Demande("DELETE", "secret/data/bal", null),
                new Demande("LIST", "secret/metadata", null),
                new Demande("GET", "secret/metadata/bal", null),
                new Demande("GET", "sys/mounts", null),
                new Demande("POST", "sys/mounts/essai", Map.of("type", "kv")),
                new Demande("DELETE", "sys/mounts/" + MOTEUR, null),
                new Demande("PUT", "sys/seal", null),
                new Demande("PUT", "sys/policies/acl/bal", Map.of("policy", "")),
                new Demande("GET", "sys/policies/acl/bal", null),
                new Demande("GET", "sys/audit", null),
                new Demande("POST", "auth/token/create", Map.of()),
                new Demande("GET", "auth/approle/role/bal/role-id", null),
                new Demande("POST", "auth/approle/role/bal/secret-id", Map.of()));
        return Stream.concat(cles, ailleurs);
    }

    // What nobody but the operator may do with a key.
    private static Stream<Demande> surUneCle(String cle) {
        var clair = Base64.getEncoder().encodeToString(new byte[32]);
        return Stream.of(
                new Demande("POST", MOTEUR + "/keys/" + cle + "/config", Map.of("min_decryption_version", 1)),
                new Demande("POST", MOTEUR + "/keys/" + cle + "/rotate", Map.of()),
                new Demande("POST", MOTEUR + "/keys/" + cle + "/trim", Map.of("min_available_version", 1)),
                new Demande("DELETE", MOTEUR + "/keys/" + cle, null),
                new Demande("GET", MOTEUR + "/export/encryption-key/" + cle, null),
                new Demande("GET", MOTEUR + "/export/signing-key/" + cle, null),
                new Demande("GET", MOTEUR + "/backup/" + cle, null),
                new Demande("POST", MOTEUR + "/datakey/plaintext/" + cle, Map.of()),
                new Demande("POST", MOTEUR + "/encrypt/" + cle, Map.of("plaintext", clair)),
                new Demande("POST", MOTEUR + "/hmac/" + cle, Map.of("input", clair)));
    }

    @ParameterizedTest
    @MethodSource("toutLeReste")
    void everythingElseIsRefusedToTheProcess(Demande demande) {
        assertThat(statut(processus, demande)).isEqualTo(403);
    }

    static Stream<Demande> toutLeResteDesEpoques() {
        var config = MOTEUR + "/keys/bal-secrets/config";
        var deBalSecrets = Stream.of(
                new Demande("POST", config, Map.of("deletion_allowed", true)),
                new Demande("POST", config, Map.of("exportable", true)),
                new Demande("POST", config, Map.of("allow_plaintext_backup", true)),
                new Demande("POST", config, Map.of("auto_rotate_period", "1h")),
                new Demande("POST", MOTEUR + "/decrypt/bal-secrets", Map.of("ciphertext", "vault:v1:AAAA")),
                new Demande("POST", MOTEUR + "/datakey/wrapped/bal-secrets", Map.of()),
                new Demande("POST", MOTEUR + "/rewrap/bal-secrets", Map.of("ciphertext", "vault:v1:AAAA")),
                new Demande("DELETE", MOTEUR + "/keys/bal-secrets", null),
                new Demande("GET", MOTEUR + "/export/encryption-key/bal-secrets", null),
                new Demande("GET", MOTEUR + "/backup/bal-secrets", null),
                new Demande("GET", "secret/data/bal", null));
        var siennes = Set.of("config", "rotate", "trim").stream()
                .map(geste -> MOTEUR + "/keys/bal-secrets/" + geste)
                .collect(Collectors.toSet());
        return Stream.concat(deBalSecrets, toutLeReste().filter(demande -> !siennes.contains(demande.chemin())))
                .filter(demande ->
                        !(LUES.contains(demande.methode()) && demande.chemin().equals(MOTEUR + "/keys/bal-secrets")));
    }

    @ParameterizedTest
    @MethodSource("toutLeResteDesEpoques")
    void everythingElseIsRefusedToWhoTurnsEpochs(Demande demande) {
        assertThat(statut(epoques, demande)).isEqualTo(403);
    }

    @Test
    void whoTurnsEpochsTurnsBoundsAndDestroysBalSecrets() {
        var secrets = bao.moteur("politique-epoques") + "/keys/bal-secrets";
        var jeton = bao.jeton("bal-epoques-2", PolitiqueDeDocs.desEpoques("politique-epoques"), HEURE);

        // When
        bao.appelle(jeton, "POST", secrets + "/rotate", Map.of());
        bao.appelle(
                jeton, "POST", secrets + "/config", Map.of("min_decryption_version", 2, "min_encryption_version", 2));
        bao.appelle(jeton, "POST", secrets + "/trim", Map.of("min_available_version", 2));

        // Then
        assertThat(bao.appelle(jeton, "GET", secrets, null)
                        .at("/data/min_available_version")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void aProcessWhosePolicyLacksOneClassServesTheOthers() {
        // Given
        var registre = new RegistreEnMemoire();
        var complet = ProcessusDeTest.de(AccesBao.parJeton(bao.adresse(), processus), MOTEUR, registre)
                .demarre();
        var fiche = complet.scelle();

        // When
        var jeton = bao.jeton("bal-sans-sensible", PolitiqueDeDocs.duProcessusSans(MOTEUR, "bal-sensible"), HEURE);
        var partiel = ProcessusDeTest.de(AccesBao.parJeton(bao.adresse(), jeton), MOTEUR, registre)
                .demarre();

        // Then
        assertThat(partiel.ouvre(fiche)).isEqualTo("Zoé");
        assertThatThrownBy(() -> partiel.ouvreSensible(fiche))
                .isInstanceOf(ClesIndisponibles.class)
                .hasMessageContaining("SENSIBLE");
        assertThat(partiel.sante.call().getStatus()).isEqualTo(Status.UP);
        assertThat(partiel.sante.call().getData().orElseThrow()).containsOnlyKeys("SENSIBLE 1");
    }
}
