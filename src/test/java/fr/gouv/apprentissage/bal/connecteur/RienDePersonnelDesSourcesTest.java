package fr.gouv.apprentissage.bal.connecteur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.connecteur.deca.FuitesDeDeca;
import fr.gouv.apprentissage.bal.connecteur.francetravail.FuitesDeFranceTravail;
import fr.gouv.apprentissage.bal.connecteur.opco.FuitesDOpco;
import fr.gouv.apprentissage.bal.connecteur.opco.fichier.FuitesDeFichiers;
import fr.gouv.apprentissage.bal.fuite.Trouvaille;
import fr.gouv.apprentissage.bal.fuite.Trouvaille.Forme;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import fr.gouv.apprentissage.bal.ingestion.JournalEntendu;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Issue 6, shown by 6: every source with its faults and its poisoned rows; neither the log of the process at any level, nor that of PostgreSQL at DEBUG,
 * nor metrics, tables or errors show a value of anybody.
 */
class RienDePersonnelDesSourcesTest {

    private static final List<String> REGLAGES = List.of(
            "log_min_messages = debug2",
            "log_min_error_statement = panic",
            "log_parameter_max_length_on_error = 0",
            "log_error_verbosity = terse");

    private static final Fuites FUITES = new Fuites();
    private static String journal;

    @BeforeAll
    static void joue() {
        regle("alter system set ");
        try (var entendu = JournalEntendu.deTout()) {
            FuitesDeDeca.joue(FUITES);
            FuitesDeFranceTravail.joue(FUITES);
            FuitesDOpco.joue(FUITES);
            FuitesDeFichiers.joue(FUITES);
            journal = entendu.texte() + BaseDIngestion.journal();
        }
    }

    @AfterAll
    static void range() {
        BaseDIngestion.execute("alter system reset all");
        BaseDIngestion.execute("select pg_reload_conf()");
    }

    @Test
    void no_value_shows_anywhere() {
        assertThat(FUITES.cherche(journal)).isEmpty();
    }

    @Test
    void the_search_reads_both_logs_and_the_errors_of_each_source() {
        assertThat(journal)
                .contains("deca : exécution", "francetravail : exécution", "contacts-constructys : exécution")
                .contains("AKTO : sans réponse", "OPCO_EP : sans réponse")
                .as("PostgreSQL at DEBUG")
                .contains("DEBUG:");
        assertThat(FUITES.texte())
                .contains("la source répond 500", "LIGNE_ILLISIBLE", "bal.ingestion.executions", "ECHOUEE");
        assertThat(FUITES.valeurs()).hasSizeGreaterThan(500);
    }

    @Test
    void a_value_of_any_source_that_is_planted_in_the_log_is_found_in_each_form() {
        for (var une : List.of(
                premiere("[\\p{L}'-]{12,}"),
                "quelquun.presente@societe.example",
                "quelquun.empoisonne@fichier.example",
                premiere(".+@.+"))) {
            var octets = une.getBytes(StandardCharsets.UTF_8);
            var trouvees = FUITES.cherche(
                    journal,
                    une,
                    une.toUpperCase(Locale.ROOT),
                    Normalizer.normalize(une, Normalizer.Form.NFD)
                            .replaceAll("\\p{M}", "")
                            .toLowerCase(Locale.ROOT),
                    HexFormat.of().formatHex(octets),
                    Base64.getEncoder().encodeToString(octets));

            assertThat(trouvees)
                    .as(une)
                    .filteredOn(t -> t.valeur().equals(une))
                    .extracting(Trouvaille::forme)
                    .contains(Forme.TEL_QUEL, Forme.PLIE, Forme.HEXADECIMAL, Forme.BASE64);
        }
    }

    private static String premiere(String forme) {
        return FUITES.valeurs().stream()
                .filter(une -> une.matches(forme))
                .findFirst()
                .orElseThrow();
    }

    private static void regle(String ordre) {
        REGLAGES.forEach(un -> BaseDIngestion.execute(ordre + un));
        BaseDIngestion.execute("select pg_reload_conf()");
    }
}
