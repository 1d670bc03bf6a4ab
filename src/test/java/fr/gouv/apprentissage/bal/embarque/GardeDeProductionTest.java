package fr.gouv.apprentissage.bal.embarque;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GardeDeProductionTest {

    private static final Map<String, String> PRODUCTION = Map.of(
            "quarkus.datasource.jdbc.url", "jdbc:postgresql://base/bal",
            "quarkus.datasource.reactive.url", "postgresql://base/bal",
            "quarkus.datasource.journal.reactive.url", "postgresql://base/bal",
            "quarkus.datasource.lecture-journal.reactive.url", "postgresql://base/bal",
            "quarkus.flyway.jdbc-url", "jdbc:postgresql://base/bal",
            "quarkus.flyway.password", "motdepasse",
            "quarkus.oidc.auth-server-url", "https://oidc",
            "quarkus.vault.url", "https://vault");

    @ParameterizedTest
    @ValueSource(strings = {"prod", "recette", "staging"})
    void outsideDevelopmentEverythingThatIsMissingIsSaidAtOnce(String profil) {
        var garde = garde(List.of(profil), Map.of());

        assertThat(garde.fautes()).hasSize(PRODUCTION.size());
        assertThat(garde.fautes()).allSatisfy(faute -> assertThat(PRODUCTION.keySet())
                .anySatisfy(cle -> assertThat(faute).startsWith(cle + " : ")));
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
    void aDemonstrationProfileBesideAnotherOneIsNotADemonstration() {
        var garde = garde(List.of("prod", "demo"), Map.of());

        assertThat(garde.embarque()).isFalse();
        assertThat(garde.fautes()).isNotEmpty();
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
    @ValueSource(strings = {"bal.embarque.actif", "quarkus.oidc.public-key"})
    void productionRefusesAnEmbeddedPartThatSomeoneConfigured(String cle) {
        assertThat(garde(List.of("prod"), avec(PRODUCTION, cle, "true")).fautes())
                .singleElement()
                .asString()
                .startsWith(cle);
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
