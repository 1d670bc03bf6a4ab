package fr.gouv.apprentissage.bal.referentiel.chargement;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A file at an address: fetched whole before it is read, so that a slow host holds up nothing half way, within a time that covers the
 * body too (that of {@link HttpRequest} ends with the headers). The temporary file goes with the stream.
 *
 * @param adresse http or https
 * @param delai longest time in all
 */
record Telechargement(URI adresse, Duration delai) implements Source.Ouverture {

    private static final Set<String> PROTOCOLES = Set.of("http", "https");
    private static final int TROUVE = 200;

    Telechargement {
        var protocole = adresse.getScheme();
        if (protocole == null
                || !PROTOCOLES.contains(protocole.toLowerCase(Locale.ROOT))
                || adresse.getHost() == null) {
            throw new SourceIllisible("source", "seules les adresses http et https sont lues");
        }
    }

    @Override
    public InputStream ouvre() throws IOException {
        var client = HttpClient.newBuilder()
                .connectTimeout(delai)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        var fichier = Files.createTempFile("bal-referentiel", ".tmp");
        var demande =
                client.sendAsync(HttpRequest.newBuilder(adresse).timeout(delai).build(), BodyHandlers.ofFile(fichier));
        try {
            var reponse = demande.get(delai.toMillis(), TimeUnit.MILLISECONDS);
            if (reponse.statusCode() != TROUVE) {
                throw new IOException("réponse HTTP " + reponse.statusCode());
            }
            return Files.newInputStream(fichier, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (ExecutionException e) {
            Files.deleteIfExists(fichier);
            throw new IOException("téléchargement impossible", e.getCause());
        } catch (TimeoutException e) {
            demande.cancel(true);
            Files.deleteIfExists(fichier);
            throw new IOException("délai dépassé", e);
        } catch (InterruptedException e) {
            demande.cancel(true);
            Files.deleteIfExists(fichier);
            Thread.currentThread().interrupt();
            throw new IOException("interrompu", e);
        } catch (IOException e) {
            Files.deleteIfExists(fichier);
            throw e;
        }
    }
}
