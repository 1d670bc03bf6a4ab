package fr.gouv.apprentissage.bal.connecteur.deca;

import fr.gouv.apprentissage.bal.ingestion.SourceIndisponible;
import fr.gouv.apprentissage.bal.ingestion.SourceRefusee;
import io.github.bucket4j.Bucket;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** Asks DECA for pages (domain.md §2.1). The JDK's client: it follows no redirect, keeps nothing, and logs no body at any level. */
final class ClientDeca {

    private static final int TROP_DE_REQUETES = 429;
    private static final int INDISPONIBLE = 503;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(30))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final ScheduledExecutorService delais = Executors.newSingleThreadScheduledExecutor(action -> {
        var fil = new Thread(action, "deca-delais");
        fil.setDaemon(true);
        return fil;
    });
    private final Supplier<URI> base;
    private final Duration delai;
    private final Clock horloge;
    private final Bucket debit;

    /**
     * @param base base address, before the path of an extract
     * @param parSeconde requests per second, evenly spaced
     * @param delai longest wait for a page, from the request to its last byte
     */
    ClientDeca(Supplier<URI> base, double parSeconde, Duration delai, Clock horloge) {
        this.base = base;
        this.delai = delai;
        this.horloge = horloge;
        this.debit = Bucket.builder()
                .addLimit(limite -> limite.capacity(1)
                        .refillGreedy(1, Duration.ofNanos((long) (TimeUnit.SECONDS.toNanos(1) / parSeconde))))
                .build();
    }

    /**
     * Asks for one page and hands its body to the reader as it comes.
     *
     * @param chemin path of the extract
     * @param compte user and password, a colon between
     */
    int page(String chemin, String compte, LocalDate jour, int page, ToIntFunction<InputStream> lecture) {
        try {
            debit.asBlocking().consume(1);
            var reponse = http.send(requete(chemin, compte, jour, page), HttpResponse.BodyHandlers.ofInputStream());
            return lis(reponse, lecture);
        } catch (IOException coupure) {
            throw new SourceIndisponible(
                    "la source ne répond pas (" + coupure.getClass().getSimpleName() + ")");
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new SourceIndisponible("lecture interrompue");
        }
    }

    private int lis(HttpResponse<InputStream> reponse, ToIntFunction<InputStream> lecture) throws IOException {
        try (var corps = reponse.body()) {
            verifie(reponse);
            // The client's own timeout ends with the headers: a body that stalls is closed from here.
            var garde = delais.schedule(() -> ferme(corps), delai.toMillis(), TimeUnit.MILLISECONDS);
            try {
                return lecture.applyAsInt(corps);
            } finally {
                garde.cancel(false);
            }
        }
    }

    private void verifie(HttpResponse<?> reponse) {
        var statut = reponse.statusCode();
        if (statut == 200) {
            return;
        }
        if (statut == TROP_DE_REQUETES || statut == INDISPONIBLE) {
            throw new SourceIndisponible(
                    "la source répond " + statut,
                    reponse.headers()
                            .firstValue("Retry-After")
                            .map(this::attente)
                            .orElse(null));
        }
        if (statut >= 500 || statut == 408) {
            throw new SourceIndisponible("la source répond " + statut);
        }
        throw new SourceRefusee(
                statut == 401 || statut == 403
                        ? "la source refuse le compte (" + statut + ")"
                        : "la source refuse la demande (" + statut + ")");
    }

    /** Seconds, or a date; null when it is neither. */
    private Duration attente(String texte) {
        try {
            return Duration.ofSeconds(Long.parseLong(texte.trim()));
        } catch (NumberFormatException pasDesSecondes) {
            return attenteJusqua(texte);
        }
    }

    private Duration attenteJusqua(String texte) {
        try {
            var moment = ZonedDateTime.parse(texte.trim(), DateTimeFormatter.RFC_1123_DATE_TIME);
            return Duration.between(horloge.instant(), moment.toInstant());
        } catch (DateTimeException illisible) {
            return null;
        }
    }

    private HttpRequest requete(String chemin, String compte, LocalDate jour, int page) {
        var adresse = base.get().toString().replaceAll("/+$", "") + chemin;
        return HttpRequest.newBuilder(URI.create(adresse))
                .timeout(delai)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(compte.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"dateDebut\":\"%s\",\"dateFin\":\"%s\",\"page\":%d}".formatted(jour, jour, page)))
                .build();
    }

    private static void ferme(InputStream corps) {
        try {
            corps.close();
        } catch (IOException deja) {
            // It is closed, which is what was wanted; the reader finds out by itself.
            return;
        }
    }
}
