package fr.gouv.apprentissage.bal.attaque;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each attack of the list has a line in docs/threats.md, and each test that the line names says that it is about that attack. */
class AttaquesTest {

    private static final Path SOURCES = Path.of("src", "test", "java");
    private static final Pattern LIGNE = Pattern.compile("(?m)^\\| (\\d+) \\|(.*)\\|$");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:IT|Test))`");
    private static final Pattern RAISON = Pattern.compile("(?i)sans objet|attend");

    static Stream<Integer> attaques() {
        return IntStream.concat(IntStream.rangeClosed(1, 30), IntStream.rangeClosed(34, 37))
                .boxed();
    }

    @ParameterizedTest
    @MethodSource("attaques")
    void eachAttackHasATestOrAReason(int numero) throws IOException {
        var lignes = lignes(numero);

        assertThat(lignes).as("une ligne de docs/threats.md").hasSize(1);
        var tests = TEST.matcher(lignes.get(0)).results().map(m -> m.group(1)).toList();
        assertThat(!tests.isEmpty() || RAISON.matcher(lignes.get(0)).find())
                .as("un test ou une raison : " + lignes.get(0))
                .isTrue();
        assertThat(tests).allSatisfy(test -> assertThat(source(test)).contains(marque(numero)));
    }

    @Test
    void eachTestThatSaysThatItIsAnAttackIsNamedByThePage() throws IOException {
        try (var sources = Files.walk(SOURCES)) {
            sources.filter(f -> f.toString().matches(".*(IT|Test)\\.java"))
                    .filter(f -> !f.endsWith("AttaquesTest.java"))
                    .forEach(f -> Pattern.compile("attaque(\\d\\d)")
                            .matcher(lis(f))
                            .results()
                            .distinct()
                            .forEach(trouve -> {
                                var nom = f.getFileName().toString().replace(".java", "");
                                assertThat(lignes(Integer.parseInt(trouve.group(1))))
                                        .as("attaque " + trouve.group(1))
                                        .anyMatch(ligne -> ligne.contains("`" + nom + "`"));
                            }));
        }
    }

    private static String marque(int numero) {
        return "attaque%02d".formatted(numero);
    }

    private static List<String> lignes(int numero) {
        return LIGNE.matcher(lis(Path.of("docs", "threats.md")))
                .results()
                .filter((MatchResult ligne) -> Integer.parseInt(ligne.group(1)) == numero)
                .map(MatchResult::group)
                .toList();
    }

    private static String source(String test) {
        try (var sources = Files.walk(SOURCES)) {
            return lis(sources.filter(f -> f.getFileName().toString().equals(test + ".java"))
                    .findFirst()
                    .orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String lis(Path fichier) {
        try {
            return Files.readString(fichier);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
