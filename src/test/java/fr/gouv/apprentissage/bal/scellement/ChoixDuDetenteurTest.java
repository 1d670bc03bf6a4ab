package fr.gouv.apprentissage.bal.scellement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChoixDuDetenteurTest {

    @TempDir
    Path dossier;

    @ParameterizedTest
    @ValueSource(strings = {"dev", "demo", "test"})
    void theEmbeddedDefaultHasItsFile(String profil) {
        var fichier = Optional.of(dossier.resolve("cles"));

        assertThat(ChoixDuDetenteur.choisis(Optional.empty(), fichier, List.of(profil)))
                .isInstanceOf(FileKeyHolder.class);
    }

    @Test
    void productionWithoutVaultDoesNotStart() {
        assertThatThrownBy(() -> ChoixDuDetenteur.choisis(Optional.empty(), Optional.empty(), List.of("prod")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("quarkus.vault.url");
    }

    @Test
    void productionWithAFileDoesNotStartNorMakeIt() {
        var fichier = dossier.resolve("cles");

        assertThatThrownBy(() -> ChoixDuDetenteur.choisis(Optional.empty(), Optional.of(fichier), List.of("prod")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("bal.scellement.fichier");
        assertThat(fichier).doesNotExist();
    }

    @Test
    void whereVaultIsConfiguredTheFileIsNotUsedInItsPlace() {
        var fichier = dossier.resolve("cles");
        var vault = new DetenteurDeTest();

        assertThat(ChoixDuDetenteur.choisis(Optional.of(() -> vault), Optional.of(fichier), List.of("dev")))
                .isSameAs(vault);
        assertThat(fichier).doesNotExist();
    }
}
