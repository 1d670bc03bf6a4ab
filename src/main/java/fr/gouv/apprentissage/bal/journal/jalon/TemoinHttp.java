package fr.gouv.apprentissage.bal.journal.jalon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Posts a checkpoint as JSON; any 2xx means that it is kept. Follows no redirection. */
final class TemoinHttp implements Temoin {

    private static final Duration DELAI = Duration.ofSeconds(5);

    private final URI adresse;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(DELAI).build();
    private final Reprise reprise;

    TemoinHttp(URI adresse, Reprise reprise) {
        this.adresse = adresse;
        this.reprise = reprise;
    }

    @Override
    public void remets(JalonSigne jalon) throws IOException {
        var demande = HttpRequest.newBuilder(adresse)
                .timeout(DELAI)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JalonEnJson.ligne(jalon)))
                .build();
        try {
            reprise.avec(() -> envoie(demande));
        } catch (UncheckedIOException echec) {
            throw echec.getCause();
        }
    }

    private int envoie(HttpRequest demande) {
        try {
            int statut = client.send(demande, BodyHandlers.discarding()).statusCode();
            if (statut / 100 != 2) {
                throw new IOException("HTTP " + statut);
            }
            return statut;
        } catch (IOException echec) {
            throw new UncheckedIOException(echec);
        } catch (InterruptedException arret) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrompu", arret));
        }
    }
}
