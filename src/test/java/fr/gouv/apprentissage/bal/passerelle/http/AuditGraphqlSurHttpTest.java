package fr.gouv.apprentissage.bal.passerelle.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import fr.gouv.apprentissage.bal.embarque.AvecBaseEmbarquee;
import fr.gouv.apprentissage.bal.embarque.JetonsDeTest;
import fr.gouv.apprentissage.bal.passerelle.ProfilPasserelle;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The audits of the reference implementation (npm {@code graphql-http}) against the running application. Needs node; without it: not run. */
@QuarkusTest
@AvecBaseEmbarquee
@TestProfile(ProfilPasserelle.class)
class AuditGraphqlSurHttpTest {
    /** They ask for GET, which is not offered (DESIGN.md, "Names that others rely on"). */
    private static final List<String> GET = List.of("5A70", "D6D5", "6A70");

    private static final Path SOURCES = Path.of("src/test/js/audit");
    private static final Path DOSSIER = Path.of("target/audit");
    private static final long ATTENTE_S = 120;

    @TestHTTPResource("/graphql")
    String url;

    @Test
    void nothingFallsShortButWhatAsksForGet() throws IOException, InterruptedException {
        prepare();
        var audits = lance(List.of("node", "audit.mjs"), Map.of("BAL_URL", url, "BAL_JETON", JetonsDeTest.pour("lba")))
                .lines()
                .map(ligne -> ligne.split("\t"))
                .toList();

        var manques = audits.stream()
                .filter(audit -> !audit[0].equals("ok"))
                .map(audit -> audit[1])
                .toList();
        System.out.printf(
                "Audits GraphQL sur HTTP passés : %d sur %d%n", audits.size() - manques.size(), audits.size());
        assertThat(audits).hasSizeGreaterThanOrEqualTo(61);
        assertThat(manques).containsExactlyInAnyOrderElementsOf(GET);
    }

    private static void prepare() throws IOException, InterruptedException {
        Files.createDirectories(DOSSIER);
        for (var fichier : List.of("package.json", "audit.mjs")) {
            Files.copy(SOURCES.resolve(fichier), DOSSIER.resolve(fichier), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(DOSSIER.resolve("node_modules/graphql-http"))) {
            lance(List.of("npm", "install", "--silent", "--no-audit", "--no-fund"), Map.of());
        }
    }

    private static String lance(List<String> commande, Map<String, String> environnement)
            throws IOException, InterruptedException {
        var sortie = Files.createTempFile("audit", ".txt");
        var processus = new ProcessBuilder(commande)
                .directory(DOSSIER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(sortie.toFile());
        processus.environment().putAll(environnement);
        try {
            var lance = processus.start();
            if (!lance.waitFor(ATTENTE_S, TimeUnit.SECONDS)) {
                lance.destroyForcibly();
            }
            int code = lance.waitFor();
            if (code != 0 && commande.get(0).equals("npm")) {
                sansNode("« " + String.join(" ", commande) + " » a échoué : " + Files.readString(sortie));
            }
            assertThat(code).as(Files.readString(sortie)).isZero();
            return Files.readString(sortie, StandardCharsets.UTF_8);
        } catch (IOException absente) {
            sansNode("commande absente : " + commande.get(0));
            throw absente;
        }
    }

    private static void sansNode(String raison) {
        if ("true".equals(System.getenv("CI"))) {
            fail(raison);
        }
        abort("issue 3, shown by 9: " + raison);
    }
}
