package fr.gouv.apprentissage.bal.embarque.simulateur;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FranceTravailDemoTest {

    private static final String CLES = "bal.connecteur.francetravail.";
    private static final Clock HORLOGE = Clock.fixed(Instant.parse("2026-03-15T10:00:00Z"), ZoneOffset.UTC);

    private final Properties avant = new Properties();

    @BeforeEach
    void retient() {
        avant.putAll(System.getProperties());
    }

    @AfterEach
    void remet() {
        FranceTravailDemo.arrete();
        System.setProperties(avant);
    }

    @Test
    void it_leaves_what_the_connector_needs() {
        assertThat(FranceTravailDemo.demarreSiBesoin(HORLOGE)).isTrue();

        assertThat(System.getProperty(CLES + "url"))
                .startsWith("http://127.0.0.1:")
                .endsWith("/offresdemploi");
        assertThat(System.getProperty(CLES + "connexion")).endsWith("/connexion/oauth2/access_token");
        assertThat(System.getProperty(CLES + "utilisateur")).isEqualTo("PAR_bal");
        assertThat(System.getProperty(CLES + "secret")).isNotBlank();
        assertThat(System.getProperty(CLES + "au-demarrage")).isEqualTo("true");
    }

    @Test
    void a_live_reload_finds_the_same_address_and_the_same_account() {
        FranceTravailDemo.demarreSiBesoin(HORLOGE);
        var url = System.getProperty(CLES + "url");
        var secret = System.getProperty(CLES + "secret");
        FranceTravailDemo.arrete();

        FranceTravailDemo.demarreSiBesoin(HORLOGE);

        assertThat(System.getProperty(CLES + "url")).isEqualTo(url);
        assertThat(System.getProperty(CLES + "secret")).isEqualTo(secret);
    }

    @Test
    void it_does_not_start_where_another_one_is_configured() {
        System.setProperty(CLES + "url", "https://api.francetravail.example");

        assertThat(FranceTravailDemo.demarreSiBesoin(HORLOGE)).isFalse();
        assertThat(System.getProperty(CLES + "connexion")).isNull();
    }

    @Test
    void it_does_not_start_where_simulators_are_off() {
        System.setProperty("bal.embarque.simulateurs", "false");

        assertThat(FranceTravailDemo.demarreSiBesoin(HORLOGE)).isFalse();
    }
}
