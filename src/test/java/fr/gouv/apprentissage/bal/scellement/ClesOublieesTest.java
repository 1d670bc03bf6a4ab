package fr.gouv.apprentissage.bal.scellement;

import fr.gouv.apprentissage.bal.scellement.ProcessusQuiOublie.Fin;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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

    static Stream<Arguments> detenteurs() {
        return Jvms.toutes()
                .flatMap(jvm -> Stream.of(Essai.class, Fichier.class).map(detenteur -> Arguments.of(jvm, detenteur)));
    }

    static Stream<Arguments> fins() {
        return detenteurs().flatMap(ou -> Stream.of(Fin.EXPIREES, Fin.REFUSEES, Fin.RETIREES)
                .map(fin -> Arguments.of(ou.get()[0], ou.get()[1], fin)));
    }

    @ParameterizedTest
    @MethodSource("fins")
    void keysThatHaveGoneAreInNoHeapDump(Path jvm, Class<? extends Supplier<KeyHolder>> detenteur, Fin fin)
            throws Exception {
        image(jvm, detenteur, fin).assertRienNeReste();
    }

    @ParameterizedTest
    @MethodSource("detenteurs")
    void keysThatServeAreFound(Path jvm, Class<? extends Supplier<KeyHolder>> detenteur) throws Exception {
        image(jvm, detenteur, Fin.GARDEES).assertToutEstLa();
    }

    private ImageDUnProcessus image(Path jvm, Class<? extends Supplier<KeyHolder>> detenteur, Fin fin)
            throws Exception {
        return ImageDUnProcessus.de(
                jvm, dossier, fin, detenteur, List.of("-Dbal.test.cles=" + dossier.resolve("cles")));
    }
}
