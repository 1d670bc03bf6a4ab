package fr.gouv.apprentissage.bal.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files, classes, rooms and tables that the pages name exist. */
class CitationsTest {

    /** What the shapes below would take for names of ours. */
    private static final Set<String> AUTRES = Set.of(
            // where an operator puts his own file, and media types of HTTP
            "config/application.properties",
            "application/json",
            "application/graphql-response+json",
            // one in each package
            "package-info.java",
            // a header, classes of Quarkus and SmallRye
            "Accept",
            // words of a protocol
            "PersistedQueryNotFound",
            "@RolesAllowed",
            "ExecutionService");

    private static final Set<String> AVEC_ESPACE = Set.of(
            "{ acces, masque }",
            "{\"Authorization\": \"Bearer …\"}",
            "0 0 5 * * ?",
            "0 15 5 * * ?",
            "0 40 * * * ?",
            "0 30 19 * * ?",
            "SQLSTATE 55P03",
            // forms to fill in
            "@Champ(numero = 120, colonne = \"…\") @Personnel(classe = …) Sealed<…> …",
            "@Filtre(par = …)");

    static Stream<Page> pages() {
        return Page.toutes().stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Page page) {
        assertThat(page.liens()).allSatisfy(lien -> {
            var parties = lien.split("#", 2);
            var cible = parties[0].isEmpty() ? page.fichier() : page.fichier().resolveSibling(parties[0]);
            assertThat(cible).isRegularFile();
            if (parties.length == 2) {
                assertThat(Page.de(cible).ancres()).contains(parties[1]);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("pages")
    void filesThatAreNamedExist(Page page) {
        assertThat(citations(page, "[\\w-][\\w./-]*/[\\w./-]+|[\\w.-]+\\.(md|xml|java|sql|yaml|csv)"))
                .allSatisfy(
                        nom -> assertThat(Stream.of(Path.of(nom), page.fichier().resolveSibling(nom)))
                                .as(nom)
                                .anyMatch(Files::exists));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void classesAndAnnotationsThatAreNamedExist(Page page) {
        assertThat(citations(page, "@?[A-Z][a-z]+([A-Z][a-z]*)*(<.*>|\\(.*\\))?"))
                .extracting(nom -> nom.replaceAll("@|[<(].*", ""))
                .isSubsetOf(Noms.classes());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void roomsThatAreNamedExist(Page page) {
        assertThat(citations(page, "(connecteur|embarque|passerelle)(\\.\\w+)+"))
                .isSubsetOf(Noms.complets());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void whatIsNamedOfTheDatabaseExists(Page page) {
        assertThat(citations(page, "journal\\.\\w+"))
                .extracting(nom -> nom.replaceAll("_20\\d\\d_\\d\\d$", ""))
                .allSatisfy(nom -> assertThat(Noms.textes(".sql")).contains(nom));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void extensionsOfAnAnswerThatAreNamedExist(Page page) {
        assertThat(citations(page, "extensions\\.\\w+"))
                .extracting(nom -> "\"" + nom.replace("extensions.", "") + "\"")
                .allSatisfy(nom -> assertThat(Noms.textes(".java")).contains(nom));
    }

    /** What has a blank may be a command: DocumentationIT runs those; whatever else is known here. */
    @ParameterizedTest
    @MethodSource("pages")
    void nothingThatCouldBeACommandIsUnknown(Page page) {
        assertThat(citations(page, ".* .*"))
                .filteredOn(texte -> !AVEC_ESPACE.contains(texte) && !texte.matches("[A-Z][\\w-]+: \\S.*"))
                .allSatisfy(texte -> assertThat(texte).matches(Bloc.COMMANDE));
    }

    /** Those of this shape, once each. */
    private static Set<String> citations(Page page, String forme) {
        return page.citations().stream()
                .map(Bloc::texte)
                .filter(texte -> texte.matches(forme) && !AUTRES.contains(texte))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
