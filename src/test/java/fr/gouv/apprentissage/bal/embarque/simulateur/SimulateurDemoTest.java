package fr.gouv.apprentissage.bal.embarque.simulateur;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateurDemoTest {

    private static final String DECA = "bal.connecteur.deca.";
    private static final Clock HORLOGE = Clock.fixed(Instant.parse("2026-03-15T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path dossier;

    private final Properties avant = new Properties();

    @BeforeEach
    void retient() {
        avant.putAll(System.getProperties());
    }

    @AfterEach
    void remet() {
        SimulateurDemo.arrete();
        System.setProperties(avant);
    }

    @Test
    void it_leaves_what_the_connector_needs() {
        assertThat(SimulateurDemo.demarreSiBesoin(HORLOGE, dossier)).isTrue();

        assertThat(System.getProperty(DECA + "url")).startsWith("http://127.0.0.1:");
        assertThat(System.getProperty(DECA + "lba.secret"))
                .isNotBlank()
                .isNotEqualTo(System.getProperty(DECA + "tba.secret"));
        assertThat(System.getProperty(DECA + "ouverture")).isEqualTo("00:00-24:00");
        assertThat(System.getProperty(DECA + "depuis")).isEqualTo("2026-02-13");
    }

    @Test
    void a_live_reload_finds_the_same_address_and_the_same_accounts() {
        SimulateurDemo.demarreSiBesoin(HORLOGE, dossier);
        var url = System.getProperty(DECA + "url");
        var secret = System.getProperty(DECA + "lba.secret");
        SimulateurDemo.arrete();

        SimulateurDemo.demarreSiBesoin(HORLOGE, dossier);

        assertThat(System.getProperty(DECA + "url")).isEqualTo(url);
        assertThat(System.getProperty(DECA + "lba.secret")).isEqualTo(secret);
    }

    @Test
    void it_does_not_start_where_another_deca_is_configured() {
        System.setProperty(DECA + "url", "https://deca.example");

        assertThat(SimulateurDemo.demarreSiBesoin(HORLOGE, dossier)).isFalse();
        assertThat(System.getProperty(DECA + "url")).isEqualTo("https://deca.example");
    }

    @Test
    void it_does_not_start_where_simulators_are_off() {
        System.setProperty("bal.embarque.simulateurs", "false");

        assertThat(SimulateurDemo.demarreSiBesoin(HORLOGE, dossier)).isFalse();
    }
}
