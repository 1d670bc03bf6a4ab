package fr.gouv.apprentissage.bal.embarque;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.gouv.apprentissage.bal.documentation.Bloc;
import fr.gouv.apprentissage.bal.documentation.CommandeMaven;
import fr.gouv.apprentissage.bal.documentation.Page;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Issue 3, shown by 10: every example of README.md, CONTRIBUTING.md and docs, on the package. An example of a kind that is not known here
 * fails, so that none is added unseen. What a build cannot run of itself, {@link CommandeMaven} names with the reason.
 */
class DocumentationIT {

    /** Where files of YAML are shown: each page has a unit test that reads them. */
    private static final List<Path> FICHIERS =
            List.of(Path.of("docs", "habilitations.md"), Path.of("docs", "operations-enregistrees.md"));

    /** Run whole, from an empty machine, by ExploitationIT. */
    private static final Path EXPLOITATION = Path.of("docs", "operations.md");

    private static final String ADRESSE = "http://127.0.0.1:8080";
    private static final Pattern CLIENT =
            Pattern.compile("`(" + String.join("|", Jetons.CLIENTS_DE_DEMONSTRATION) + ")`|[Aa]u nom de `([a-z-]+)`");
    private static final Pattern VARIABLE = Pattern.compile("\\$(\\w+):");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Demonstration demonstration;

    @BeforeAll
    static void demarre() throws Exception {
        demonstration = Demonstration.partagee();
    }

    static Stream<Bloc> exemples() {
        return Page.toutes().stream()
                .filter(page -> !page.fichier().equals(EXPLOITATION))
                .flatMap(page -> page.blocs().stream());
    }

    static Stream<Bloc> commandesCitees() {
        return Page.toutes().stream()
                .flatMap(page -> page.citations().stream())
                .filter(citation -> Bloc.COMMANDE.matcher(citation.texte()).matches());
    }

    @ParameterizedTest
    @MethodSource("exemples")
    void anExampleHolds(Bloc exemple) throws Exception {
        switch (exemple.langue()) {
            case "sh", "graphql" -> reponse(exemple).ifPresent(recue -> repond(exemple, recue));
            case "json" -> montre(exemple);
            case "yaml" ->
                assertThat(exemple.page())
                        .as("lu par DocumentationTest, ManifestesTest")
                        .isIn(FICHIERS);
            case "java" -> assertThat(sources()).contains(exemple.texte().strip());
            case "properties" -> demarreraitEnProduction(exemple);
            case "text" -> image(exemple);
            default -> fail("exemple d'une sorte inconnue, que rien ne vérifie : " + exemple);
        }
    }

    @ParameterizedTest
    @MethodSource("commandesCitees")
    void aCommandWithinASentenceHolds(Bloc citation) throws Exception {
        var texte = citation.texte();
        if (texte.startsWith("alter role ")) {
            enSql(texte);
        } else if (texte.startsWith("/") || texte.startsWith("GET ")) {
            assertThat(demonstration
                            .appel()
                            .lis("lba", texte.replace("GET ", ""))
                            .statut())
                    .isEqualTo(200);
        } else {
            lance(texte);
        }
    }

    /** An answer without errors and with data, unless the page shows another. */
    private static void repond(Bloc exemple, JsonNode recue) {
        if (suivant(exemple).map(Bloc::langue).filter("json"::equals).isPresent()) {
            return;
        }
        assertThat(recue.path("errors")).isEmpty();
        assertThat(recue.path("data")).isNotEmpty().allSatisfy(valeur -> assertThat(valeur)
                .isNotEmpty());
    }

    private static void montre(Bloc montree) throws Exception {
        var recue = reponse(voisin(montree, -1).orElseThrow()).orElseThrow();

        assertThat(new ReponseMontree(JSON.readTree(montree.texte())).ecarts(recue))
                .as("différences avec %s", recue)
                .isEmpty();
    }

    private static Optional<JsonNode> reponse(Bloc exemple) throws Exception {
        if (exemple.langue().equals("graphql")) {
            return Optional.of(demonstration
                    .appel()
                    .demande(client(exemple), exemple.texte(), variables(exemple))
                    .json());
        }
        Optional<JsonNode> derniere = Optional.empty();
        for (var commande : exemple.commandes()) {
            derniere = lance(commande);
        }
        return derniere;
    }

    /** Each takes the value that the query before it has under the same name. */
    private static Map<String, String> variables(Bloc exemple) throws Exception {
        var entete = exemple.texte().split("\\{", 2)[0];
        var noms = VARIABLE.matcher(entete).results().map(r -> r.group(1)).toList();
        if (noms.isEmpty()) {
            return Map.of();
        }
        var avant = reponse(voisin(exemple, -1).orElseThrow()).orElseThrow();
        return noms.stream().collect(Collectors.toMap(nom -> nom, nom -> texte(avant.findValue(nom))));
    }

    /** First names stand in a list, and in one text where one searches by them. */
    private static String texte(JsonNode valeur) {
        return valeur.isArray()
                ? StreamSupport.stream(valeur.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(" "))
                : valeur.asText();
    }

    /** The client that the page named last. */
    private static String client(Bloc exemple) {
        return CLIENT.matcher(exemple.avant())
                .results()
                .reduce((premier, suivant) -> suivant)
                .map(r -> r.group(1) == null ? r.group(2) : r.group(1))
                .orElseThrow(() -> new AssertionError("la page ne dit pas au nom de qui : " + exemple));
    }

    private static Optional<JsonNode> lance(String commande) throws IOException, InterruptedException {
        if (CommandeMaven.est(commande)) {
            assertThat(new CommandeMaven(commande).fautes()).isEmpty();
            return Optional.empty();
        }
        if (commande.contains("-journal ")) {
            surLeJournal(commande);
            return Optional.empty();
        }
        if (commande.contains(" verifie-effacements ")) {
            surLaListe(commande);
            return Optional.empty();
        }
        if (commande.startsWith("java ")) {
            estCelleDuLanceur(List.of(commande.split(" ")));
            return Optional.empty();
        }
        assertThat(commande)
                .as("commande que le test ne connaît pas")
                .startsWith("curl ")
                .contains(ADRESSE);
        return Optional.of(JSON.readTree(parLeShell(commande.replace(ADRESSE, demonstration.racine()))));
    }

    /** On the journal of the demonstration: its database, its witness, its key. */
    private static void surLeJournal(String commande) throws IOException, InterruptedException {
        var embarque = demonstration.embarque();
        var export = embarque.resolve("export.jsonl").toString();
        var lancee = demonstration.commande();
        // 1: faults were found, for other tests drop months of this very journal
        parLeShell(commande.replace("target/quarkus-app/quarkus-run.jar", lancee.get(lancee.size() - 1))
                        .replace("jdbc:postgresql://base.exemple.fr:5432/bal", demonstration.jdbc())
                        .replace("export.jsonl", export)
                        .replace(
                                "temoin-du-journal.jsonl",
                                demonstration.temoin().toString())
                        .replace(
                                "journal.pem.pub",
                                embarque.resolve("journal.pem.pub").toString())
                + " || test $? -eq 1");
    }

    /** On the list of erasures of the demonstration, which has none as long as nobody was erased there. */
    private static void surLaListe(String commande) throws IOException, InterruptedException {
        var embarque = demonstration.embarque();
        var liste = embarque.resolve("effacements.jsonl");
        if (!Files.exists(liste)) {
            Files.createFile(liste);
        }
        var lancee = demonstration.commande();
        parLeShell(commande.replace("target/quarkus-app/quarkus-run.jar", lancee.get(lancee.size() - 1))
                .replace("effacements.jsonl", liste.toString())
                .replace("journal.pem.pub", embarque.resolve("journal.pem.pub").toString()));
    }

    /** Written for whoever stands at the root of the repository: same options, same jar. */
    private static void estCelleDuLanceur(List<String> mots) {
        var lancee = demonstration.commande();
        var paquet = mots.get(mots.size() - 1);

        assertThat(Path.of(paquet).toAbsolutePath()).isEqualTo(Path.of(lancee.get(lancee.size() - 1)));
        assertThat(lancee).containsAll(mots.subList(1, mots.size() - 1));
    }

    private static String parLeShell(String commande) throws IOException, InterruptedException {
        var processus = new ProcessBuilder("sh", "-c", commande)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var sortie = new String(processus.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(processus.waitFor()).as(commande).isZero();
        return sortie;
    }

    private static void demarreraitEnProduction(Bloc exemple) throws IOException {
        var cles = new Properties();
        cles.load(new StringReader(exemple.texte()));
        var garde = new GardeDeProduction(List.of("prod"), cle -> Optional.ofNullable(cles.getProperty(cle)));

        assertThat(garde.fautes()).isEmpty();
        assertThat(Files.readString(exemple.page()))
                .contains(cles.stringPropertyNames().stream()
                        .map(cle -> "`" + cle + "`")
                        .toList());
    }

    private static void enSql(String ordre) throws Exception {
        try (var connexion = demonstration.superutilisateur();
                var sql = connexion.createStatement()) {
            connexion.setAutoCommit(false);
            sql.execute(ordre);
            connexion.rollback();
        }
    }

    /** A drawing, or what the file of habilitations says of its faults, which DocumentationTest holds. */
    private static void image(Bloc exemple) {
        assertThat(exemple.texte()).containsAnyOf("►", "▼", "fichier des habilitations refusé");
    }

    private static String sources() throws IOException {
        try (var fichiers = Files.walk(Path.of("src/main/java"))) {
            var texte = new StringBuilder();
            for (var fichier : fichiers.filter(Files::isRegularFile).toList()) {
                texte.append(Files.readString(fichier));
            }
            return texte.toString();
        }
    }

    private static Optional<Bloc> suivant(Bloc bloc) {
        return voisin(bloc, 1);
    }

    private static Optional<Bloc> voisin(Bloc bloc, int pas) {
        var tous = exemples().filter(b -> b.page().equals(bloc.page())).toList();
        int rang = tous.indexOf(bloc) + pas;
        return rang >= 0 && rang < tous.size() ? Optional.of(tous.get(rang)) : Optional.empty();
    }
}
