package fr.gouv.apprentissage.bal.scellement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.scellement.ProcessusQuiOublie.Fin;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that have gone from memory are in no heap dump of live objects, in any form; and the search finds them while they are there. */
class ClesOublieesTest {

    @TempDir
    private Path dossier;

    /** A holder that keeps no key. */
    static final class Essai implements Supplier<KeyHolder> {
        @Override
        public KeyHolder get() {
            return new DetenteurDeTest();
        }
    }

    /** The local file; its master keys stay, and are none of those that are looked for. */
    static final class Fichier implements Supplier<KeyHolder> {
        @Override
        public KeyHolder get() {
            return new FileKeyHolder(Path.of(System.getProperty("bal.test.cles")), new SecureRandom());
        }
    }

    private record Image(Set<String> presents, Map<String, byte[]> tenus) {}

    static Stream<Arguments> fins() {
        return Stream.of(Essai.class, Fichier.class)
                .flatMap(detenteur ->
                        Stream.of(Fin.EXPIREES, Fin.REFUSEES, Fin.RETIREES).map(fin -> Arguments.of(fin, detenteur)));
    }

    @ParameterizedTest
    @MethodSource("fins")
    void keysThatHaveGoneAreInNoHeapDump(Fin fin, Class<? extends Supplier<KeyHolder>> detenteur) throws Exception {
        var image = image(fin, detenteur);

        // The control in all its forms, and nothing else.
        assertThat(image.presents()).isEqualTo(ImageMemoire.nomsDesFormes("temoin"));
    }

    @ParameterizedTest
    @ValueSource(classes = {Essai.class, Fichier.class})
    void keysThatServeAreFound(Class<? extends Supplier<KeyHolder>> detenteur) throws Exception {
        var image = image(Fin.GARDEES, detenteur);

        var cles = image.tenus().keySet().stream()
                .filter(nom -> nom.startsWith("cle ") || nom.startsWith("etat ") || nom.equals("id"))
                .map(nom -> nom + " raw")
                .toList();
        assertThat(image.presents()).containsAll(cles);
        // The last record whose keys an engine had.
        assertThat(image.presents()).anyMatch(nom -> nom.startsWith("chiffrement "));
    }

    private Image image(Fin fin, Class<?> detenteur) throws Exception {
        var fichier = dossier.resolve("image.hprof");
        var erreurs = dossier.resolve("erreurs").toFile();
        var processus = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "--add-opens=java.base/java.security=ALL-UNNAMED",
                        "--add-opens=java.base/sun.security.provider=ALL-UNNAMED",
                        "-Dbal.test.cles=" + dossier.resolve("cles"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ProcessusQuiOublie.class.getName(),
                        fin.name(),
                        fichier.toString(),
                        detenteur.getName()))
                .redirectError(erreurs)
                .start();
        var lignes = new ArrayList<String>();
        try (var sortie = processus.inputReader(StandardCharsets.UTF_8)) {
            sortie.lines().forEach(lignes::add);
        }
        assertThat(processus.waitFor()).as("fin du processus").isZero();
        var tenus = new HashMap<String, byte[]>();
        for (var ligne : lignes) {
            var egal = ligne.indexOf('=');
            tenus.put(
                    ligne.substring(0, egal),
                    ImageMemoire.retourne(HexFormat.of().parseHex(ligne.substring(egal + 1))));
        }
        return new Image(ImageMemoire.presents(fichier, tenus), tenus);
    }
}
