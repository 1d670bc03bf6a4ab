package fr.gouv.apprentissage.bal.banc;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the CPU of our request goes, by sampling this process (JDK Flight Recorder) and adding up by package: a sample belongs to the package of
 * ours that is nearest to what runs, and so to who called a library; one without any of ours belongs to the library. What arrives on a database
 * connection, rows and the journal's acknowledgements alike, is the driver's.
 */
final class Parts {

    private static final String NOTRE = "fr.gouv.apprentissage.bal.";
    private static final Duration PERIODE = Duration.ofMillis(10);

    /** Prefixes of class names, the first that fits; what is below our package stands without its name. */
    private static final Map<String, List<String>> PARTS = new LinkedHashMap<>();

    static {
        // how a value of a row becomes text stands in the plan, and is no part of making it
        PARTS.put("valeurs en texte", List.of("passerelle.plan.Textes", "passerelle.plan.Forme$"));
        PARTS.put("décision et plan", List.of("habilitation.", "passerelle.plan.", "passerelle.execution.Plans"));
        PARTS.put("journal", List.of("journal.", "passerelle.execution.Bilan", "passerelle.execution.Recepisse"));
        PARTS.put("ouverture", List.of("scellement.", "passerelle.execution.Ouvreur"));
        PARTS.put("lecture et écriture de la réponse", List.of("passerelle.execution."));
        PARTS.put("entrée", List.of("passerelle.", "banc."));
        PARTS.put("autres de la BAL", List.of(""));
    }

    private static final Map<String, List<String>> BIBLIOTHEQUES = new LinkedHashMap<>();

    static {
        BIBLIOTHEQUES.put("pilote PostgreSQL", List.of("io.vertx.pgclient", "io.vertx.sqlclient"));
        BIBLIOTHEQUES.put("jeton", List.of("io.quarkus.oidc", "io.quarkus.security", "org.jose4j", "io.smallrye.jwt"));
        BIBLIOTHEQUES.put("graphql-java", List.of("graphql.", "io.smallrye.graphql"));
        BIBLIOTHEQUES.put("HTTP et boucle d'événements", List.of("io.vertx", "io.netty", "io.quarkus"));
    }

    private final Map<String, Integer> echantillons;

    private Parts(Map<String, Integer> echantillons) {
        this.echantillons = echantillons;
    }

    /** Samples this process while something runs. */
    static Parts pendant(Runnable travail) throws IOException {
        var fichier = Files.createTempFile("banc", ".jfr");
        try (var enregistrement = new Recording()) {
            enregistrement.enable("jdk.ExecutionSample").withPeriod(PERIODE);
            enregistrement.start();
            travail.run();
            enregistrement.stop();
            enregistrement.dump(fichier);
            var echantillons = new LinkedHashMap<String, Integer>();
            for (var evenement : RecordingFile.readAllEvents(fichier)) {
                part(evenement).ifPresent(part -> echantillons.merge(part, 1, Integer::sum));
            }
            return new Parts(echantillons);
        } finally {
            Files.delete(fichier);
        }
    }

    /** Share of the samples, 0 to 1. */
    double de(String part) {
        return echantillons.getOrDefault(part, 0) / (double) total();
    }

    int total() {
        return echantillons.values().stream().mapToInt(Integer::intValue).sum();
    }

    void affiche() {
        System.out.printf(
                Locale.ROOT,
                "banc parts: décision et plan %.1f %% (but : 5 %% au plus), journal %.1f %% (but : 10 %% au plus), de %d échantillons%n",
                100 * de("décision et plan"),
                100 * de("journal"),
                total());
        echantillons.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry<String, Integer>::getValue)
                        .reversed())
                .forEach(part ->
                        System.out.printf(Locale.ROOT, "  %5.1f %%  %s%n", 100 * de(part.getKey()), part.getKey()));
    }

    private static Optional<String> part(RecordedEvent evenement) {
        if (evenement.getStackTrace() == null) {
            return Optional.empty();
        }
        var cadres = evenement.getStackTrace().getFrames().stream()
                .filter(RecordedFrame::isJavaFrame)
                .map(cadre -> cadre.getMethod().getType().getName())
                .toList();
        var notre = cadres.stream()
                .filter(classe -> classe.startsWith(NOTRE))
                .findFirst()
                .map(classe -> premiere(PARTS, classe.substring(NOTRE.length())).orElse("autres de la BAL"));
        return notre.or(() -> cadres.stream()
                        .flatMap(classe -> premiere(BIBLIOTHEQUES, classe).stream())
                        .findFirst())
                .or(() -> Optional.of("autres"));
    }

    private static Optional<String> premiere(Map<String, List<String>> parts, String classe) {
        return parts.entrySet().stream()
                .filter(part -> part.getValue().stream().anyMatch(classe::startsWith))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
