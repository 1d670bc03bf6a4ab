package fr.gouv.apprentissage.bal.ingestion.sortie;

import fr.gouv.apprentissage.bal.ingestion.SourceIndisponible;
import fr.gouv.apprentissage.bal.ingestion.SourceRefusee;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.GZIPInputStream;

/**
 * Asks one source. The JDK's client: it follows no redirect by itself, keeps nothing, and logs no body at any level. Its failures are two:
 * {@link SourceIndisponible}, asking again may help, and {@link SourceRefusee}, it will not.
 */
public final class Sortie {

    private static final Duration CONNEXION = Duration.ofSeconds(30);
    private static final Set<Integer> DEPLACEE = Set.of(301, 302, 303, 307, 308);
    private static final int SUCCES = 200;
    private static final int APRES_SUCCES = 300;

    private static final ScheduledExecutorService DELAIS = Executors.newSingleThreadScheduledExecutor(action -> {
        var fil = new Thread(action, "sortie-delais");
        fil.setDaemon(true);
        return fil;
    });

    /** At DEBUG the JDK's client tells the addresses that it asks, and parameters of some of them are personal. Held, or it would be forgotten. */
    private static final Logger TUE = Logger.getLogger("jdk.internal.httpclient.debug");

    static {
        TUE.setLevel(Level.INFO);
    }

    private final HttpClient http;
    private final Supplier<Politique> politique;
    private final Debit debit;
    private final Clock horloge;

    /** @param politique asked at each request: a simulator in this process knows its port only once it listens */
    public Sortie(Supplier<Politique> politique, Debit debit, Clock horloge) {
        this.politique = politique;
        this.debit = debit;
        this.horloge = horloge;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNEXION)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * What the reader makes of the answer.
     *
     * @throws SourceIndisponible when the source did not answer, or not whole, or asks to wait
     * @throws SourceRefusee when it refuses, or answers with what we do not read: another origin, a private address, too much
     */
    public <T> T demande(Demande demande, Lecture<T> lecture) {
        var regles = politique.get();
        try {
            return suis(regles, demande, lecture, Politique.REDIRECTIONS);
        } catch (CorpsBorne.TropGrand trop) {
            throw new SourceRefusee("la source envoie plus que " + regles.taille() + " octets");
        } catch (IOException coupure) {
            throw new SourceIndisponible(
                    "la source ne répond pas (" + coupure.getClass().getSimpleName() + ")");
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new SourceIndisponible("lecture interrompue");
        }
    }

    private <T> T suis(Politique regles, Demande demande, Lecture<T> lecture, int redirections)
            throws IOException, InterruptedException {
        verifie(regles, demande.adresse());
        debit.attends();
        var fin = System.nanoTime() + regles.delai().toNanos();
        var reponse = http.send(requete(regles, demande), HttpResponse.BodyHandlers.ofInputStream());
        if (!DEPLACEE.contains(reponse.statusCode())) {
            return lis(regles, fin, reponse, lecture);
        }
        reponse.body().close();
        if (redirections == 0) {
            throw new SourceRefusee("la source renvoie sans fin d'une adresse à l'autre");
        }
        return suis(regles, deplacee(regles, demande, reponse), lecture, redirections - 1);
    }

    private static Demande deplacee(Politique regles, Demande demande, HttpResponse<?> reponse) {
        var ailleurs = reponse.headers()
                .firstValue("Location")
                .map(lieu -> resous(demande.adresse(), lieu))
                .orElseThrow(() -> new SourceRefusee("la source renvoie vers une adresse illisible"));
        if (!Politique.origine(demande.adresse()).equals(Politique.origine(ailleurs)) || !regles.permet(ailleurs)) {
            throw new SourceRefusee("la source renvoie vers un autre hôte : il n'est pas demandé");
        }
        return new Demande(ailleurs, demande.entetes(), demande.corps());
    }

    private static URI resous(URI base, String lieu) {
        try {
            var adresse = base.resolve(lieu);
            Politique.origine(adresse);
            return adresse;
        } catch (IllegalArgumentException illisible) {
            throw new SourceRefusee("la source renvoie vers une adresse illisible");
        }
    }

    private static void verifie(Politique regles, URI adresse) throws IOException {
        if (!regles.permet(adresse)) {
            throw new SourceRefusee("adresse hors de la configuration : elle n'est pas demandée");
        }
        // The JDK keeps what it resolved here for the connection that follows.
        if (!regles.privees()
                && Arrays.stream(InetAddress.getAllByName(adresse.getHost())).anyMatch(AdressePrivee::est)) {
            throw new SourceRefusee("adresse d'un réseau privé : bal.sortie.adresses-privees ne la permet pas");
        }
    }

    private <T> T lis(Politique regles, long fin, HttpResponse<InputStream> reponse, Lecture<T> lecture)
            throws IOException {
        // The client's own timeout ends with the headers: a body that stalls is closed from here.
        var garde = DELAIS.schedule(() -> ferme(reponse.body()), fin - System.nanoTime(), TimeUnit.NANOSECONDS);
        try (var brut = reponse.body()) {
            if (reponse.statusCode() < SUCCES || reponse.statusCode() >= APRES_SUCCES) {
                throw Refus.de(new Reponse(reponse.statusCode(), reponse.headers(), brut), horloge);
            }
            var corps = new CorpsBorne(decompresse(reponse, new CorpsBorne(brut, regles.taille())), regles.taille());
            return lecture.lis(new Reponse(reponse.statusCode(), reponse.headers(), corps));
        } finally {
            garde.cancel(false);
        }
    }

    private static InputStream decompresse(HttpResponse<?> reponse, InputStream corps) throws IOException {
        var encodage = reponse.headers().firstValue("Content-Encoding").orElse("identity");
        return switch (encodage.trim().toLowerCase(Locale.ROOT)) {
            case "identity", "" -> corps;
            case "gzip", "x-gzip" -> new GZIPInputStream(corps);
            default -> throw new SourceRefusee("la source répond dans un encodage que nous ne lisons pas");
        };
    }

    private static HttpRequest requete(Politique regles, Demande demande) {
        var requete = HttpRequest.newBuilder(demande.adresse())
                .timeout(regles.delai())
                .header("Accept-Encoding", "gzip");
        demande.entetes().forEach(requete::header);
        demande.corps()
                .ifPresentOrElse(
                        corps -> requete.POST(HttpRequest.BodyPublishers.ofString(corps, StandardCharsets.UTF_8)),
                        requete::GET);
        return requete.build();
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
