package fr.gouv.apprentissage.bal.scellement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Java programs that a test may start: the one of the build, and a newer one where there is one: that of {@code JAVA_25} in the environment,
 * else a neighbour of the build's own.
 */
final class Jvms {

    private static final int RECENTE = 25;
    private static final Path DU_BUILD = Path.of(System.getProperty("java.home"));

    private Jvms() {}

    /** Homes, the build's first. */
    static Stream<Path> toutes() {
        return Stream.concat(Stream.of(DU_BUILD), recente().stream());
    }

    private static Optional<Path> recente() {
        if (Runtime.version().feature() >= RECENTE) {
            return Optional.empty();
        }
        return Stream.concat(Stream.ofNullable(System.getenv("JAVA_" + RECENTE)).map(Path::of), voisines())
                .filter(jvm -> Files.isExecutable(jvm.resolve("bin").resolve("java")))
                .filter(Jvms::estRecente)
                .findFirst();
    }

    private static Stream<Path> voisines() {
        try (var dossiers = Files.list(DU_BUILD.toRealPath().getParent())) {
            return dossiers.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean estRecente(Path jvm) {
        try (var lignes = Files.lines(jvm.resolve("release"))) {
            return lignes.anyMatch(ligne -> ligne.startsWith("JAVA_VERSION=\"" + RECENTE));
        } catch (IOException | UncheckedIOException sansVersion) {
            return false;
        }
    }
}
