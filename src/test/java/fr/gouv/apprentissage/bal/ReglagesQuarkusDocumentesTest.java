package fr.gouv.apprentissage.bal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The keys of Quarkus in docs/configuration.md, beside what Quarkus says of itself in its jars and what we set. */
class ReglagesQuarkusDocumentesTest {

    private static final Pattern LIGNE = Pattern.compile("(?m)^\\|(.*`quarkus\\..*?)\\|(.*?)\\|(.*?)\\|(.*)\\|$");
    private static final Pattern CLE = Pattern.compile("`(quarkus\\.[^`]+)`");

    /** Set by us at run time, and no business of whoever runs the package: what a log must not say, what a page costs. */
    private static final Pattern NOTRES = Pattern.compile("quarkus\\.(log\\.category\\..*|oidc\\.application-type)");

    /** Its jar does not describe itself. */
    private static final String VAULT = "quarkus.vault.";

    private static final List<Cle> MODELE = new ArrayList<>();

    /** A key, its placeholders being patterns. */
    private record Cle(Pattern forme, boolean aLExecution, Optional<String> defaut) {}

    /** A line of a table: keys that share it, and its column of defaults. */
    private record Documentee(List<String> cles, String defaut) {}

    @BeforeAll
    static void lisLeModele() throws IOException {
        var json = new ObjectMapper();
        for (var modele : Collections.list(Thread.currentThread()
                .getContextClassLoader()
                .getResources("META-INF/quarkus-config-doc/quarkus-config-model.json"))) {
            json.readTree(modele).findParents("path").forEach(ReglagesQuarkusDocumentesTest::ajoute);
        }
        assertThat(MODELE).hasSizeGreaterThan(100);
    }

    @Test
    void whatIsDocumentedCanBeSetOnThePackage() throws IOException {
        assertThat(documentees())
                .flatExtracting(Documentee::cles)
                .hasSizeGreaterThan(20)
                .allSatisfy(cle -> assertThat(modele(cle)).as(cle).anyMatch(Cle::aLExecution));
    }

    @Test
    void theDefaultsAreThose() throws IOException {
        var notres = notres();

        assertThat(documentees()).allSatisfy(ligne -> assertThat(ligne.cles())
                .allSatisfy(cle -> Optional.ofNullable(notres.getProperty(cle))
                        .or(() -> modele(cle).flatMap(c -> c.defaut().stream()).findFirst())
                        .filter(defaut -> !defaut.contains(" "))
                        .ifPresent(defaut -> assertThat(ligne.defaut()).as(cle).contains("`" + defaut + "`"))));
    }

    @Test
    void whatWeSetAndAnOperatorMayChangeIsDocumented() throws IOException {
        var documentees =
                documentees().stream().flatMap(ligne -> ligne.cles().stream()).toList();

        var oubliees = notres().stringPropertyNames().stream()
                .filter(cle -> cle.startsWith("quarkus.") && modele(cle).anyMatch(Cle::aLExecution))
                .filter(cle -> !NOTRES.matcher(cle).matches() && !documentees.contains(cle));

        assertThat(oubliees).isEmpty();
    }

    private static void ajoute(JsonNode cle) {
        var chemins = new ArrayList<>(List.of(cle.at("/path/property").asText()));
        cle.path("additionalPaths")
                .forEach(chemin -> chemins.add(chemin.path("property").asText()));
        chemins.forEach(chemin -> MODELE.add(new Cle(
                forme(chemin),
                cle.path("phase").asText().equals("RUN_TIME"),
                Optional.ofNullable(cle.path("defaultValue").textValue()))));
    }

    private static Pattern forme(String chemin) {
        return Pattern.compile(Stream.of(chemin.split("(?=\")|(?<=\")"))
                .filter(partie -> !partie.equals("\""))
                .map(partie -> partie.startsWith("quarkus.") || partie.startsWith(".")
                        ? Pattern.quote(partie)
                        : "(?:[^.\"]+|\"[^\"]+\")")
                .reduce("", String::concat));
    }

    private static Stream<Cle> modele(String cle) {
        return cle.startsWith(VAULT)
                ? Stream.of(new Cle(Pattern.compile(".*"), true, Optional.empty()))
                : MODELE.stream().filter(c -> c.forme().matcher(cle).matches());
    }

    private static List<Documentee> documentees() throws IOException {
        return LIGNE.matcher(Files.readString(Path.of("docs", "configuration.md")))
                .results()
                .map(ligne -> new Documentee(
                        CLE.matcher(ligne.group(1))
                                .results()
                                .map(r -> r.group(1))
                                .toList(),
                        ligne.group(3)))
                .toList();
    }

    /** Ours, for every profile. */
    private static Properties notres() throws IOException {
        var notres = new Properties();
        try (var flux = Files.newInputStream(Path.of("src/main/resources/application.properties"))) {
            notres.load(flux);
        }
        return notres;
    }
}
