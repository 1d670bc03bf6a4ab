package fr.gouv.apprentissage.bal.embarque;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleDesJetonsTest {

    @TempDir
    Path dossier;

    @Test
    void theKeyIsMadeOnceAndKept() {
        var fichier = dossier.resolve("jetons.pem");

        var premiere = CleDesJetons.dans(fichier);

        assertThat(CleDesJetons.dans(fichier)).isEqualTo(premiere);
    }

    @Test
    void theFileIsItsOwnersAlone() throws IOException {
        var fichier = dossier.resolve("jetons.pem");

        CleDesJetons.dans(fichier);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fichier)))
                .isEqualTo("rw-------");
        try (var fichiers = Files.list(dossier)) {
            assertThat(fichiers).containsExactly(fichier);
        }
    }

    @Test
    void aDamagedFileIsRefusedWithoutItsContent() throws IOException {
        var fichier = Files.writeString(dossier.resolve("jetons.pem"), "abime");

        assertThatThrownBy(() -> CleDesJetons.dans(fichier))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("jetons.pem")
                .hasMessageNotContaining("abime");
    }
}
