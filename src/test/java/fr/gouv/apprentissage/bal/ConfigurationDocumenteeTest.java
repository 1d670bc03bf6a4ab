package fr.gouv.apprentissage.bal;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import io.smallrye.config.WithParentName;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every key under {@code bal.} that the code reads stands in docs/configuration.md. */
class ConfigurationDocumenteeTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path RESSOURCES = Path.of("src/main/resources/application.properties");
    private static final Path DOCUMENT = Path.of("docs/configuration.md");

    /** A whole key as the code writes it: in quotes, or after "${" or "{" of an expression. */
    private static final Pattern CLE = Pattern.compile("[\"{](bal(?:\\.[a-z0-9]+(?:-[a-z0-9]+)*)+)(?=[\":}])(?!\":)");

    private static final Pattern CLE_DE_FICHIER = Pattern.compile("(?m)^(?:%[a-z,]+\\.)?(bal\\.[a-z0-9.-]+)\\s*=");
    private static final Pattern CLE_ECRITE = Pattern.compile("`(bal\\.[^`\\s=]+)`");

    @Test
    void everyKeyOfTheCodeIsDocumented() throws IOException {
        var documentees = documentees();

        var oubliees = cles().stream()
                .filter(cle ->
                        documentees.stream().noneMatch(d -> d.matcher(cle).matches()))
                .toList();

        assertThat(oubliees).as("clés absentes de docs/configuration.md").isEmpty();
    }

    @Test
    void theKeysAreFoundWhereTheyAre() throws IOException {
        assertThat(cles()).contains("bal.embarque.dossier", "bal.embarque.banniere");
    }

    private static Set<String> cles() throws IOException {
        var cles = new TreeSet<String>();
        var autres = Set.of(
                // metrics (docs/journal.md, docs/operations-enregistrees.md, docs/configuration.md,
                // docs/operations.md),
                // and the extension in which a scalar
                // leaves its message
                "bal.budgets.epuises",
                "bal.epoque.age",
                "bal.epoque.empechees",
                "bal.epoque.numero",
                "bal.epoque.restants",
                "bal.recherches.refusees",
                "bal.contact.purges",
                "bal.cles.absentes",
                "bal.cles.appels",
                "bal.cles.fin",
                "bal.cles.memoire",
                "bal.cles.refus",
                "bal.habilitation.fin.jours",
                "bal.habilitation.observations.perdues",
                "bal.opco.derives",
                "bal.opco.disjoncteur",
                "bal.opco.duree",
                "bal.opco.reponses",
                "bal.journal.alertes",
                "bal.journal.commits",
                "bal.journal.echecs",
                "bal.journal.entrees",
                "bal.journal.flush",
                "bal.journal.jalons",
                "bal.journal.temoin.echecs",
                "bal.journal.temoin.retard",
                "bal.version.format",
                "bal.version.processus",
                // docs/sealing.md
                "bal.valeurs.alterees",
                "bal.message",
                "bal.ingestion.curseur.age",
                "bal.ingestion.executions",
                "bal.ingestion.interruptions",
                "bal.ingestion.rejeux",
                "bal.ingestion.lignes",
                "bal.ingestion.signalements",
                "bal.rotation.illisibles",
                "bal.rotation.index.enregistrements",
                "bal.rotation.index.illisibles",
                "bal.rotation.index.progression",
                "bal.rotation.index.restants",
                "bal.rotation.progression",
                "bal.rotation.restants",
                "bal.rotation.valeurs");
        try (Stream<Path> fichiers = Files.walk(SOURCES)) {
            for (var fichier :
                    fichiers.filter(f -> f.toString().endsWith(".java")).toList()) {
                var texte = Files.readString(fichier);
                var trouve = CLE.matcher(texte);
                while (trouve.find()) {
                    cles.add(trouve.group(1));
                }
                if (texte.contains("@ConfigMapping(")) {
                    deMapping(classe(fichier)).forEach(cle -> {
                        cles.removeIf(prefixe -> cle.startsWith(prefixe + "."));
                        cles.add(cle);
                    });
                }
            }
        }
        var trouve = CLE_DE_FICHIER.matcher(Files.readString(RESSOURCES));
        while (trouve.find()) {
            cles.add(trouve.group(1));
        }
        cles.removeAll(autres);
        return cles;
    }

    private static Stream<String> deMapping(Class<?> type) {
        var annotation = type.getAnnotation(ConfigMapping.class);
        return annotation == null ? Stream.of() : feuilles(annotation.prefix(), type);
    }

    private static Stream<String> feuilles(String prefixe, Class<?> type) {
        return Stream.of(type.getMethods())
                .filter(m -> !m.isDefault() && m.getParameterCount() == 0)
                .flatMap(m -> feuilles(
                        m.isAnnotationPresent(WithParentName.class) ? prefixe : prefixe + "." + nom(m),
                        m.getGenericReturnType()));
    }

    /** A map's key and a nested interface are one more step; whatever else is a value. */
    private static Stream<String> feuilles(String prefixe, Type type) {
        if (type instanceof ParameterizedType p) {
            var arguments = p.getActualTypeArguments();
            return p.getRawType() == Map.class
                    ? feuilles(prefixe + ".x", arguments[1])
                    : feuilles(prefixe, arguments[0]);
        }
        return type instanceof Class<?> c && c.isInterface() && c.getName().startsWith("fr.gouv.")
                ? feuilles(prefixe, c)
                : Stream.of(prefixe);
    }

    private static String nom(Method methode) {
        var choisi = methode.getAnnotation(WithName.class);
        return choisi != null
                ? choisi.value()
                : methode.getName().replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase();
    }

    private static Class<?> classe(Path fichier) {
        var nom = SOURCES.relativize(fichier)
                .toString()
                .replaceAll("\\.java$", "")
                .replace('/', '.');
        try {
            return Class.forName(nom);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A documented key; {@code <nom>} stands for any one step. */
    private static Set<Pattern> documentees() throws IOException {
        var trouve = CLE_ECRITE.matcher(Files.readString(DOCUMENT));
        return trouve.results()
                .map(r -> Stream.of(r.group(1).split("(?=<)|(?<=>)"))
                        .map(partie -> partie.startsWith("<") ? "[^.]+" : Pattern.quote(partie))
                        .collect(Collectors.joining()))
                .map(Pattern::compile)
                .collect(Collectors.toSet());
    }
}
