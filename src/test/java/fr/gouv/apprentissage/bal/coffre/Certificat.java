package fr.gouv.apprentissage.bal.coffre;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A certificate for {@code localhost} that only its own maker signed. */
public final class Certificat {

    private static final String SECRET = "certificat-de-test";

    private Certificat() {}

    /** Made there; key and certificate, to serve with or to trust. */
    public static PfxOptions dans(Path dossier) throws IOException, InterruptedException {
        var fichier = dossier.resolve("localhost.p12").toString();
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var processus = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "localhost",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        fichier,
                        "-storepass",
                        SECRET)
                .redirectErrorStream(true)
                .redirectOutput(dossier.resolve("keytool.log").toFile())
                .start();
        assertThat(processus.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(processus.exitValue()).isZero();
        return new PfxOptions().setPath(fichier).setPassword(SECRET);
    }
}
