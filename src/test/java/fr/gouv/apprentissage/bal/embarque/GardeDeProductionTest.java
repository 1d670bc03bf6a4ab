package fr.gouv.apprentissage.bal.embarque;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GardeDeProductionTest {

    private static final String CONNEXION = "quarkus.vault.authentication.";

    private static final Map<String, String> PRODUCTION = Map.ofEntries(
            Map.entry("quarkus.datasource.jdbc.url", "jdbc:postgresql://base/bal"),
            Map.entry("quarkus.datasource.reactive.url", "postgresql://base/bal"),
            Map.entry("quarkus.datasource.password", "un"),
            Map.entry("quarkus.datasource.journal.reactive.url", "postgresql://base/bal"),
            Map.entry("quarkus.datasource.journal.password", "deux"),
            Map.entry("quarkus.datasource.lecture-journal.reactive.url", "postgresql://base/bal"),
            Map.entry("quarkus.datasource.lecture-journal.password", "trois"),
            Map.entry("quarkus.oidc.auth-server-url", "https://oidc"),
            Map.entry("quarkus.vault.url", "https://vault"),
            Map.entry(CONNEXION + "client-token", "jeton"),
            Map.entry("bal.journal.temoin", "https://temoin/jalons"),
            Map.entry("bal.droits.effacements", "effacements.jsonl"));

    private static final Set<String> SECRETS = Set.of(
            "quarkus.datasource.password",
            "quarkus.datasource.journal.password",
            "quarkus.datasource.lecture-journal.password");

    @ParameterizedTest
    @ValueSource(strings = {"prod", "recette", "staging"})
    void outsideDevelopmentEverythingThatIsMissingIsSaidAtOnce(String profil) {
        var garde = garde(List.of(profil), Map.of());

        // the login is asked for once Vault's address is there
        assertThat(garde.fautes()).hasSize(PRODUCTION.size() - 1);
        assertThat(garde.fautes()).allSatisfy(faute -> assertThat(PRODUCTION.keySet())
                .anySatisfy(cle -> assertThat(faute).startsWith(cle + " : ")));
    }

    static Stream<String> chacune() {
        return PRODUCTION.keySet().stream().filter(cle -> !cle.startsWith(CONNEXION));
    }

    @ParameterizedTest
    @MethodSource("chacune")
    void oneThingThatIsMissingIsSaidAlone(String cle) {
        assertThat(garde(List.of("prod"), avec(PRODUCTION, cle, "")).fautes())
                .filteredOn(faute -> !faute.startsWith(CONNEXION))
                .singleElement()
                .asString()
                .startsWith(cle + " : ");
    }

    static Stream<Map<String, String>> connexions() {
        return Stream.of(
                Map.of(CONNEXION + "client-token", "j"),
                Map.of(CONNEXION + "client-token-wrapping-token", "j"),
                Map.of(CONNEXION + "kubernetes.role", "bal"),
                Map.of(CONNEXION + "app-role.role-id", "r", CONNEXION + "app-role.secret-id", "s"),
                Map.of(CONNEXION + "app-role.role-id", "r", CONNEXION + "app-role.secret-id-wrapping-token", "s"));
    }

    @ParameterizedTest
    @MethodSource("connexions")
    void vaultIsEnteredByATokenAnAppRoleOrKubernetes(Map<String, String> connexion) {
        var production = avec(PRODUCTION, CONNEXION + "client-token", "");
        production.putAll(connexion);

        assertThat(garde(List.of("prod"), production).fautes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"app-role.role-id", "app-role.secret-id", "userpass.username"})
    void halfALoginIsNone(String cle) {
        var production = avec(PRODUCTION, CONNEXION + "client-token", "");
        production.put(CONNEXION + cle, "x");

        assertThat(garde(List.of("prod"), production).fautes())
                .singleElement()
                .asString()
                .startsWith(CONNEXION);
    }

    @Test
    void passwordsMayComeFromAProvider() {
        var production = new HashMap<>(PRODUCTION);
        SECRETS.forEach(cle -> {
            production.remove(cle);
            production.put(cle.replace("password", "credentials-provider"), "vault");
        });

        assertThat(garde(List.of("prod"), production).fautes()).isEmpty();
    }

    @Test
    void passwordsMayStandInVault() {
        var production = new HashMap<>(PRODUCTION);
        production.keySet().removeAll(SECRETS);
        production.put("quarkus.vault.secret-config-kv-path", "bal/base");

        assertThat(garde(List.of("prod"), production).fautes()).isEmpty();
    }

    @Test
    void aFileOfHabilitationsIsNotDemanded() {
        assertThat(garde(List.of("prod"), avec(PRODUCTION, "bal.habilitations.fichier", "/etc/bal/h.yaml"))
                        .fautes())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "bal.embarque.actif, true",
        "bal.embarque.simulateur.url, http://127.0.0.1:4000",
        "bal.embarque.simulateur.francetravail.url, http://127.0.0.1:4000",
        "quarkus.oidc.public-key, cle",
        "bal.scellement.fichier, cles",
        "bal.journal.cle, journal.pem",
        "bal.habilitations.fichier, classpath:habilitations-demo.yaml",
        "bal.habilitations.meme-version, true",
        "quarkus.flyway.migrate-at-start, true",
        "quarkus.flyway.password, motdepasse",
        "quarkus.flyway.jdbc-url, jdbc:postgresql://base/bal",
        "quarkus.vault.url, http://vault.exemple.fr",
        "quarkus.vault.url, un-hote",
        "quarkus.oidc.auth-server-url, http://oidc.exemple.fr",
        "quarkus.oidc.auth-server-url, http://127.0.0.1.exemple.fr",
        "quarkus.oidc.auth-server-url, http://127.0.0.1@exemple.fr",
        "quarkus.vault.tls.skip-verify, true",
        "quarkus.tls.trust-all, true",
        "quarkus.oidc.tls.verification, none",
        "quarkus.oidc.tenant-enabled, false",
        "quarkus.oidc.token.issuer, any",
        "quarkus.oidc.token.issuer, urn:bal:embarque",
        "quarkus.oidc.token.audience, any",
    })
    void productionRefusesWhatIsThereToTryOrToMigrate(String cle, String valeur) {
        assertThat(garde(List.of("prod"), avec(PRODUCTION, cle, valeur)).fautes())
                .singleElement()
                .asString()
                .startsWith(cle + " : ")
                .doesNotContain(valeur.length() > 4 ? valeur : "§");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8200", "http://localhost:8200", "http://[::1]:8200", "HTTPS://vault"})
    void anAddressOnTheLoopbackMayBeInTheClear(String adresse) {
        assertThat(garde(List.of("prod"), avec(PRODUCTION, "quarkus.vault.url", adresse))
                        .fautes())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "demo", "test"})
    void aProfileToTryBesideAnotherOneIsRefusedHoweverItIsConfigured(String libre) {
        assertThat(garde(List.of("prod", libre), PRODUCTION).fautes())
                .singleElement()
                .asString()
                .startsWith("quarkus.profile : ");
        assertThat(garde(List.of("prod", libre), PRODUCTION).embarque()).isFalse();
    }

    @Test
    void aCompleteProductionStartsAndStartsNothingEmbedded() {
        var garde = garde(List.of("prod"), PRODUCTION);

        assertThat(garde.fautes()).isEmpty();
        assertThat(garde.embarque()).isFalse();
    }

    @Test
    void productionWithoutADatabaseNeverFallsBackOnTheEmbeddedOne() {
        assertThat(garde(List.of("prod"), Map.of()).embarque()).isFalse();
    }

    @Test
    void aBlankAddressIsAsMissing() {
        assertThat(garde(List.of("prod"), avec(PRODUCTION, "quarkus.vault.url", " "))
                        .fautes())
                .singleElement()
                .asString()
                .startsWith("quarkus.vault.url");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "demo"})
    void developmentAndDemonstrationAreEmbeddedByDefault(String profil) {
        var garde = garde(List.of(profil), Map.of("quarkus.http.host", "127.0.0.1"));

        assertThat(garde.fautes()).isEmpty();
        assertThat(garde.embarque()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quarkus.datasource.jdbc.url",
                "quarkus.datasource.reactive.url",
                "quarkus.datasource.journal.reactive.url",
                "quarkus.datasource.lecture-journal.reactive.url"
            })
    void aConfiguredDatabaseKeepsTheEmbeddedPartsAway(String cle) {
        assertThat(garde(List.of("dev"), Map.of(cle, "postgresql://base/bal")).embarque())
                .isFalse();
    }

    @Test
    void theEmbeddedPartsListenOnTheLoopbackOnly() {
        assertThat(garde(List.of("demo"), Map.of("quarkus.http.host", "0.0.0.0"))
                        .fautes())
                .singleElement()
                .asString()
                .startsWith("quarkus.http.host");
    }

    @Test
    void noValueOfAKeyIsEverRepeated() {
        var garde = garde(List.of("prod"), Map.of("quarkus.oidc.public-key", "une-valeur-posee"));

        assertThat(garde.fautes()).isNotEmpty().noneSatisfy(f -> assertThat(f).contains("une-valeur-posee"));
    }

    private static GardeDeProduction garde(List<String> profils, Map<String, String> configuration) {
        return new GardeDeProduction(profils, cle -> Optional.ofNullable(configuration.get(cle)));
    }

    private static Map<String, String> avec(Map<String, String> base, String cle, String valeur) {
        var copie = new HashMap<>(base);
        copie.put(cle, valeur);
        return copie;
    }
}
