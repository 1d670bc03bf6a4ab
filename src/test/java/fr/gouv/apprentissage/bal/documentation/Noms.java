package fr.gouv.apprentissage.bal.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** Names of what stands in the sources. */
final class Noms {

    private static final Path SOURCES = Path.of("src");
    private static final String RACINE = "/fr/gouv/apprentissage/bal/";

    private Noms() {}

    /** Simple names of the classes that have a file of their own. */
    static Set<String> classes() {
        return fichiers(".java").stream()
                .map(f -> f.replaceAll(".*/", "").replace(".java", ""))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Classes and packages, dotted, from the root package of the house. */
    static Set<String> complets() {
        return fichiers(".java").stream()
                .filter(f -> f.contains(RACINE))
                .map(f -> f.substring(f.indexOf(RACINE) + RACINE.length())
                        .replace(".java", "")
                        .replace("/package-info", "")
                        .replace('/', '.'))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The text of every file with this ending. */
    static String textes(String fin) {
        return fichiers(fin).stream().map(Path::of).map(Noms::lis).collect(Collectors.joining("\n"));
    }

    private static String lis(Path fichier) {
        try {
            return Files.readString(fichier);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> fichiers(String fin) {
        try (var fichiers = Files.walk(SOURCES)) {
            return fichiers.map(f -> f.toString().replace('\\', '/'))
                    .filter(f -> f.endsWith(fin))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
