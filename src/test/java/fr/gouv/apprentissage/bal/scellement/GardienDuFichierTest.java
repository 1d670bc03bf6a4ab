package fr.gouv.apprentissage.bal.scellement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GardienDuFichierTest {

    private static final CleMaitresse CLE = CleMaitresse.SECRETS;

    @TempDir
    Path dossier;

    private FileKeyHolder detenteur() {
        return new FileKeyHolder(fichier(), new SecureRandom());
    }

    private GardienDuFichier gardien() {
        return new GardienDuFichier(fichier(), new SecureRandom());
    }

    private Path fichier() {
        return dossier.resolve("cles");
    }

    private List<String> versions() throws IOException {
        return Files.readAllLines(fichier()).stream()
                .filter(ligne -> ligne.startsWith(CLE.nom() + " "))
                .map(ligne -> ligne.split(" ")[1])
                .toList();
    }

    @Test
    void whatIsWrappedAfterwardsGoesUnderTheNewVersionAndWhatWasBeforeOpens() {
        // Given
        var detenteur = detenteur();
        var avant = detenteur.nouvelle(CLE);

        // When
        gardien().rendsPlusRecenteQue(avant);

        // Then
        assertThat(gardien().version(detenteur.nouvelle(CLE))).isEqualTo(2);
        assertThat(detenteur.deballe(CLE, avant)).hasSize(32);
    }

    @Test
    void askedAgainItTurnsOnce() throws IOException {
        var avant = detenteur().nouvelle(CLE);

        gardien().rendsPlusRecenteQue(avant);
        gardien().rendsPlusRecenteQue(avant);

        assertThat(versions()).containsExactly("1", "2");
    }

    @Test
    void aDestroyedVersionOpensNothingInAProcessThatKnewItEither() throws IOException {
        // Given
        var autre = detenteur();
        var ancienne = autre.nouvelle(CLE);
        gardien().rendsPlusRecenteQue(ancienne);
        var gardee = autre.nouvelle(CLE);

        // When
        gardien().detruisAvant(gardee);

        // Then
        assertThat(versions()).containsExactly("2");
        assertThatThrownBy(() -> autre.deballe(CLE, ancienne)).isInstanceOf(ClesRefusees.class);
        assertThat(autre.deballe(CLE, gardee)).hasSize(32);
    }

    @Test
    void nothingIsTakenOutWhereTheVersionToKeepIsMissing() throws IOException {
        // Given
        var ancienne = detenteur().nouvelle(CLE);
        gardien().rendsPlusRecenteQue(ancienne);
        var gardee = detenteur().nouvelle(CLE);
        Files.write(
                fichier(),
                Files.readAllLines(fichier()).stream()
                        .filter(ligne -> !ligne.startsWith(CLE.nom() + " 2"))
                        .toList());

        // When, Then
        assertThatThrownBy(() -> gardien().detruisAvant(gardee)).isInstanceOf(ClesRefusees.class);
        assertThat(versions()).containsExactly("1");
    }

    @Test
    void theRewrittenFileIsForItsOwnerAloneAndKeepsEveryOtherLine() throws IOException {
        // Given
        var detenteur = detenteur();
        var identite = detenteur.nouvelle(CleMaitresse.IDENTITE);
        var lignes = Files.readAllLines(fichier());

        // When
        gardien().rendsPlusRecenteQue(detenteur.nouvelle(CLE));

        // Then
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fichier())))
                .isEqualTo("rw-------");
        assertThat(Files.readAllLines(fichier())).containsAll(lignes).hasSize(lignes.size() + 1);
        assertThat(detenteur.deballe(CleMaitresse.IDENTITE, identite)).hasSize(32);
    }

    @Test
    void processesThatTurnAndReadTogetherLoseNothing() throws Exception {
        // Given
        var enveloppe = detenteur().nouvelle(CLE);
        var taches = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 8; i++) {
            taches.add(() -> {
                gardien().rendsPlusRecenteQue(enveloppe);
                return true;
            });
            taches.add(() -> detenteur().deballe(CLE, enveloppe).length == 32);
        }
        var executeur = Executors.newFixedThreadPool(8);
        try {
            // When
            var faites = executeur.invokeAll(taches);

            // Then
            for (var faite : faites) {
                assertThat(faite.get()).isTrue();
            }
            assertThat(versions()).containsExactly("1", "2");
        } finally {
            executeur.shutdownNow();
        }
    }

    @Test
    void whereTheFileServesItsOwnerTurnsTheEpochs() {
        assertThat(ChoixDuGardien.choisis(Optional.empty(), Optional.of(fichier()), Optional::empty)
                        .empechement())
                .isEmpty();
    }

    @Test
    void whereVaultServesWithoutThatIdentityNobodyDoesAndTheKeysToFillInAreNamed() {
        assertThat(ChoixDuGardien.choisis(Optional.of("https://vault.example"), Optional.of(fichier()), Optional::empty)
                        .empechement())
                .hasValueSatisfying(pourquoi -> assertThat(pourquoi).contains("bal.scellement.vault.epoques.token"));
    }
}
