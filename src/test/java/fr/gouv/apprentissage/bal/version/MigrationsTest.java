package fr.gouv.apprentissage.bal.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;

/** What a migration may do while processes of the version before go on serving. */
class MigrationsTest {

    private static final Path DOSSIER = Path.of("src/main/resources/db/migration");
    private static final Pattern NOM = Pattern.compile("V([0-9_]+)__.*\\.sql");

    /** From this one on an upgrade runs side by side. */
    private static final MigrationVersion PREMIERE_COTE_A_COTE = MigrationVersion.fromVersion("12");

    private static final Pattern RETRAIT = Pattern.compile(
            "(?i)\\bdrop\\s+(table|column|view|function|sequence|schema)\\b|\\brename\\b|\\balter\\s+column\\s+\\w+\\s+(set\\s+data\\s+)?type\\b"
                    + "|\\balter\\s+column\\s+\\w+\\s+set\\s+not\\s+null\\b|\\btruncate\\s+\\w");

    /** What nothing reads or writes any more since the version before: named here, with that version. */
    private static final List<String> RETRAITS_ANNONCES = List.of();

    @Test
    void theSchemaThatIsDemandedIsTheNewest() throws IOException {
        assertThat(versions().stream().max(MigrationVersion::compareTo))
                .hasValue(MigrationVersion.fromVersion(ControleDuSchema.REQUISE));
    }

    @Test
    void nothingIsTakenAwayFromTheProcessesThatServe() throws IOException {
        for (var fichier : fichiers()) {
            if (version(fichier).compareTo(PREMIERE_COTE_A_COTE) < 0) {
                continue;
            }
            // What a function does when it is called, the migration does not.
            var ordres = Files.readString(fichier).replaceAll("--.*|(?s)revoke .*?;|\\$\\$.*?\\$\\$", "");
            assertThat(RETRAIT.matcher(ordres).results().map(r -> r.group()))
                    .as(fichier.toString())
                    .isSubsetOf(RETRAITS_ANNONCES);
        }
    }

    private static List<MigrationVersion> versions() throws IOException {
        return fichiers().stream().map(MigrationsTest::version).toList();
    }

    private static List<Path> fichiers() throws IOException {
        try (var fichiers = Files.list(DOSSIER)) {
            return fichiers.filter(f -> NOM.matcher(f.getFileName().toString()).matches())
                    .toList();
        }
    }

    private static MigrationVersion version(Path fichier) {
        var nom = NOM.matcher(fichier.getFileName().toString());
        assertThat(nom.matches()).isTrue();
        return MigrationVersion.fromVersion(nom.group(1));
    }
}
