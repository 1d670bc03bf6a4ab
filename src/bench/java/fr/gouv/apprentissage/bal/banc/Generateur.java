package fr.gouv.apprentissage.bal.banc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;

/** The process of {@link Charge}, as long as it is open. */
final class Generateur implements AutoCloseable {

    private final Process processus;
    private final BufferedReader reponses;

    Generateur(int port, int connexions) throws IOException, URISyntaxException {
        var classes = Path.of(
                Charge.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        processus = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classes.toString(),
                        Charge.class.getName(),
                        Integer.toString(port),
                        Integer.toString(connexions))
                .redirectError(Redirect.INHERIT)
                .start();
        reponses = new BufferedReader(new InputStreamReader(processus.getInputStream(), StandardCharsets.US_ASCII));
    }

    /** Has the request sent so many times; returns once all are answered. */
    void envoie(int nombre, String requete) {
        var octets = requete.getBytes(StandardCharsets.UTF_8);
        try {
            var ordres = processus.getOutputStream();
            ordres.write((nombre + " " + Base64.getEncoder().encodeToString(octets) + "\n")
                    .getBytes(StandardCharsets.US_ASCII));
            ordres.flush();
            if (!"fini".equals(reponses.readLine())) {
                throw new IllegalStateException("une réponse n'était pas celle qui est attendue");
            }
        } catch (IOException coupe) {
            throw new UncheckedIOException(coupe);
        }
    }

    @Override
    public void close() {
        processus.destroyForcibly();
    }
}
