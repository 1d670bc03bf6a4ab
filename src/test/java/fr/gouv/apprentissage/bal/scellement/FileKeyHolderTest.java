package fr.gouv.apprentissage.bal.scellement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileKeyHolderTest {

    @TempDir
    Path dossier;

    private FileKeyHolder ouvre() {
        return new FileKeyHolder(dossier.resolve("cles"), new SecureRandom());
    }

    private String droits() throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(dossier.resolve("cles")));
    }

    @Test
    void theFileIsForItsOwnerAlone() throws IOException {
        ouvre();

        assertThat(droits()).isEqualTo("rw-------");
    }

    @Test
    void nothingElseIsLeftBesideIt() throws IOException {
        ouvre();

        try (var fichiers = Files.list(dossier)) {
            assertThat(fichiers).containsExactly(dossier.resolve("cles"));
        }
    }

    @Test
    void aMissingFolderIsMadeForItsOwnerAlone() throws IOException {
        new FileKeyHolder(dossier.resolve("a/b/cles"), new SecureRandom());

        assertThat(Files.getPosixFilePermissions(dossier.resolve("a/b")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @ParameterizedTest
    @EnumSource(CleMaitresse.class)
    void whatWasWrappedUnwrapsAfterARestart(CleMaitresse maitresse) {
        var detenteur = ouvre();
        var enveloppe = detenteur.nouvelle(maitresse);

        assertThat(ouvre().deballe(maitresse, enveloppe))
                .hasSize(32)
                .isEqualTo(detenteur.deballe(maitresse, enveloppe));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwxrwxrwx"})
    void aFileOpenToOthersIsRefused(String droits) throws IOException {
        ouvre();
        Files.setPosixFilePermissions(dossier.resolve("cles"), PosixFilePermissions.fromString(droits));

        assertThatThrownBy(this::ouvre)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void anUnreadableFileIsRefusedByItsLineAndWithoutItsContent() throws IOException {
        ouvre();
        Files.writeString(dossier.resolve("cles"), "bal-identite 1 cGFzIGFzc2V6\n");

        assertThatThrownBy(this::ouvre)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ligne 1")
                .hasMessageNotContaining("cGFz");
    }

    @Test
    void aWrappedKeyOfAnotherMasterKeyIsRefused() {
        var detenteur = ouvre();
        var enveloppe = detenteur.nouvelle(CleMaitresse.CONTACT);

        assertThatThrownBy(() -> detenteur.deballe(CleMaitresse.IDENTITE, enveloppe))
                .isInstanceOf(ClesRefusees.class);
    }

    @Test
    void aDamagedWrappedKeyIsRefusedWhicheverByteItIs() {
        var detenteur = ouvre();
        var enveloppe = detenteur.nouvelle(CleMaitresse.CONTACT);
        for (int i = 0; i < enveloppe.length; i++) {
            var abimee = enveloppe.clone();
            abimee[i] ^= 1;
            assertThatThrownBy(() -> detenteur.deballe(CleMaitresse.CONTACT, abimee))
                    .isInstanceOf(ClesRefusees.class);
        }
    }

    @Test
    void aWrappedKeyOfAnotherFileIsRefused() {
        var ailleurs = new FileKeyHolder(dossier.resolve("autres"), new SecureRandom());
        var enveloppe = ailleurs.nouvelle(CleMaitresse.CONTACT);

        assertThatThrownBy(() -> ouvre().deballe(CleMaitresse.CONTACT, enveloppe))
                .isInstanceOf(ClesRefusees.class);
    }

    @Test
    void processesThatStartTogetherEndWithOneFile() throws Exception {
        var executeur = Executors.newFixedThreadPool(8);
        try {
            var detenteurs = executeur.invokeAll(Collections.nCopies(16, (Callable<FileKeyHolder>) this::ouvre));

            var cles = new HashMap<FileKeyHolder, String>();
            var enveloppe = ouvre().nouvelle(CleMaitresse.INDEX);
            for (var detenteur : detenteurs) {
                cles.put(
                        detenteur.get(),
                        HexFormat.of().formatHex(detenteur.get().deballe(CleMaitresse.INDEX, enveloppe)));
            }
            assertThat(cles).hasSize(16);
            assertThat(cles.values().stream().distinct()).hasSize(1);
        } finally {
            executeur.shutdownNow();
        }
    }
}
