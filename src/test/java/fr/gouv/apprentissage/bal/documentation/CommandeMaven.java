package fr.gouv.apprentissage.bal.documentation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A documented command line of {@code ./mvnw}. None runs inside the build that runs the tests; each has its reason here, and whatever it
 * names must exist.
 */
public record CommandeMaven(String ligne) {

    /** By the goal or phase that it asks for: why it is not run here. */
    private static final Map<String, String> PAS_LANCEES_ICI = Map.of(
            "verify", "runs this test",
            "test", "runs the tests that run beside this one",
            "quarkus:dev", "compiles into the folder that this build is reading",
            "spotless:apply", "rewrites the sources under test");

    private static final Map<String, String> GREFFONS =
            Map.of("quarkus", "quarkus-maven-plugin", "spotless", "spotless-maven-plugin");

    private static final Set<String> OPTIONS = Set.of("-B", "-q", "-ntp", "-DskipTests");
    private static final Set<String> CHOIX_DE_TESTS = Set.of("test", "it.test");

    public static boolean est(String ligne) {
        return ligne.startsWith("./mvnw");
    }

    /** What it names that does not exist; empty when it can be typed as it stands. */
    public List<String> fautes() {
        var pom = Pom.lis();
        var mots = List.of(ligne.split(" +"));
        var script = Path.of(mots.get(0));
        return Stream.concat(
                        Files.isExecutable(script) ? Stream.of() : Stream.of(script + " n'est pas un programme"),
                        mots.stream().skip(1).map(mot -> faute(mot, pom)).flatMap(Optional::stream))
                .toList();
    }

    private static Optional<String> faute(String mot, Pom pom) {
        if (OPTIONS.contains(mot)) {
            return Optional.empty();
        }
        if (mot.startsWith("-P")) {
            return pom.profils().contains(mot.substring(2)) ? Optional.empty() : Optional.of("profil absent : " + mot);
        }
        if (mot.startsWith("-D")) {
            return propriete(mot.substring(2), pom);
        }
        if (!PAS_LANCEES_ICI.containsKey(mot)) {
            return Optional.of("but inconnu du test : " + mot);
        }
        return !mot.contains(":") || pom.greffons().contains(GREFFONS.get(mot.substring(0, mot.indexOf(':'))))
                ? Optional.empty()
                : Optional.of("greffon absent : " + mot);
    }

    private static Optional<String> propriete(String propriete, Pom pom) {
        var nom = propriete.replaceAll("=.*", "");
        if (!CHOIX_DE_TESTS.contains(nom)) {
            return pom.proprietes().contains(nom) ? Optional.empty() : Optional.of("propriété absente : " + nom);
        }
        var absentes = Stream.of(propriete.substring(nom.length() + 1).split(","))
                .filter(test -> Noms.classes().stream().noneMatch(test.replaceAll("#.*", "")::equals))
                .collect(Collectors.joining(", "));
        return absentes.isEmpty() ? Optional.empty() : Optional.of("test absent : " + absentes);
    }
}
