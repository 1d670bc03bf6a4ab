package fr.gouv.apprentissage.bal.embarque;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.oidc.Keycloak;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The package in profile demo, on a folder of its own, its first ingestion ended: started once for all integration tests, since that is what
 * costs. It logs at DEBUG, and can be killed and started again on what it left.
 */
public final class Demonstration {

    private static final Duration DELAI = Duration.ofMinutes(6);
    private static final String FIN_DU_DEMARRAGE = "  delegue : ";

    private static Demonstration partagee;

    private final Path dossier;
    private final int port;
    private Process processus;

    private Demonstration(Path dossier, int port) {
        this.dossier = dossier;
        this.port = port;
    }

    /** The one that the tests share; it ends with this JVM and leaves nothing behind. */
    public static synchronized Demonstration partagee() throws IOException, InterruptedException {
        if (partagee == null) {
            var nouvelle = new Demonstration(Files.createTempDirectory("bal-demo"), portLibre());
            Runtime.getRuntime().addShutdownHook(new Thread(nouvelle::efface));
            try {
                nouvelle.demarre();
                nouvelle.attendsLaReprise();
            } catch (AssertionError trop) {
                nouvelle.tue();
                throw trop;
            }
            partagee = nouvelle;
        }
        return partagee;
    }

    public Appel appel() {
        return new Appel(racine());
    }

    /** Its address, without a path. */
    public String racine() {
        return "http://127.0.0.1:" + port;
    }

    /** What the process wrote: its log and its banner, of all its starts. */
    public Path sortie() {
        return dossier.resolve("sortie");
    }

    /** Folder of the embedded parts. */
    public Path embarque() {
        return dossier.resolve(".bal");
    }

    Path journalPostgres() {
        return new DossierEmbarque(embarque()).journalPostgres();
    }

    /** A connection of the database's superuser. */
    public Connection superutilisateur() throws SQLException, IOException {
        return DriverManager.getConnection(jdbc(), "postgres", "");
    }

    /** Where its database is. */
    String jdbc() throws IOException {
        return "jdbc:postgresql://127.0.0.1:" + portDeLaBase() + "/" + ServeurEmbarque.BASE;
    }

    /** Port of its database server. */
    int portDeLaBase() throws IOException {
        var lignes =
                Files.readAllLines(new DossierEmbarque(embarque()).donnees().resolve("postmaster.pid"));
        return Integer.parseInt(lignes.get(3).trim());
    }

    /** What the witness of its journal was told, once it was told something. */
    Path temoin() throws InterruptedException {
        var temoin = embarque().resolve("temoin-du-journal.jsonl");
        appel().demande("lba", "{ contrats(first: 1) { nodes { id } } }");
        long fin = System.nanoTime() + DELAI.toNanos();
        while (!Files.exists(temoin)) {
            assertThat(System.nanoTime()).as("un premier jalon").isLessThan(fin);
            Thread.sleep(200);
        }
        return temoin;
    }

    /** {@code kill -9} of the process, of the database server and of all its children. */
    void tue() throws InterruptedException {
        var victimes = new ArrayList<>(List.of(processus.toHandle()));
        Postmaster.sur(new DossierEmbarque(embarque()).donnees()).ifPresent(serveur -> {
            victimes.add(serveur.processus());
            serveur.processus().descendants().forEach(victimes::add);
        });
        victimes.forEach(ProcessHandle::destroyForcibly);
        processus.waitFor();
        victimes.forEach(victime -> victime.onExit().join());
    }

    void demarre() throws IOException, InterruptedException {
        long debut = Files.exists(sortie()) ? Files.size(sortie()) : 0;
        processus = new ProcessBuilder(commande())
                .directory(dossier.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(sortie().toFile()))
                .start();
        long fin = System.nanoTime() + DELAI.toNanos();
        while (!ecritDepuis(debut).contains(FIN_DU_DEMARRAGE)) {
            assertThat(processus.isAlive())
                    .as("le paquet vit : voir %s", sortie())
                    .isTrue();
            assertThat(System.nanoTime()).as("démarrage").isLessThan(fin);
            Thread.sleep(200);
        }
    }

    /** What starts it, as a shell would be told. */
    List<String> commande() {
        var commande = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-Dquarkus.profile=demo",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.log.level=DEBUG",
                "-Dbal.journal.jalon=2s"));
        if (Keycloak.demande()) {
            commande.add("-Dquarkus.oidc.auth-server-url=" + Keycloak.partage().adresse());
        }
        commande.add("-jar");
        commande.add(
                Path.of(System.getProperty("bal.test.paquet")).toAbsolutePath().toString());
        return commande;
    }

    /** Until the days of the demo have come in through the connector. */
    private void attendsLaReprise() throws InterruptedException {
        attends("deca");
    }

    /** Until a connector has ended its last run; it is asked for one where it has had none. */
    void lis(String connecteur) throws InterruptedException {
        if (etats(connecteur).isEmpty()) {
            appel().demande(
                            "administration",
                            "mutation($nom: String!) { lanceConnecteur(nom: $nom) { id } }",
                            Map.of("nom", connecteur));
        }
        attends(connecteur);
    }

    private void attends(String connecteur) throws InterruptedException {
        long fin = System.nanoTime() + DELAI.toNanos();
        while (true) {
            // The last one stands first.
            var etat = etats(connecteur).stream().findFirst().orElse("");
            assertThat(etat).as(connecteur).isNotIn("ECHOUEE", "ANNULEE");
            if (etat.equals("TERMINEE")) {
                return;
            }
            assertThat(System.nanoTime()).as("exécutions de %s", connecteur).isLessThan(fin);
            Thread.sleep(300);
        }
    }

    private List<String> etats(String connecteur) {
        for (var un : appel().demande("administration", "{ connecteurs { nom executions { etat erreur } } }")
                .donnees()
                .path("connecteurs")) {
            if (un.path("nom").asText().equals(connecteur)) {
                return un.findValuesAsText("etat");
            }
        }
        throw new AssertionError("aucun connecteur " + connecteur);
    }

    private String ecritDepuis(long debut) throws IOException {
        try (var flux = Files.newInputStream(sortie())) {
            flux.skipNBytes(debut);
            return new String(flux.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void efface() {
        try {
            tue();
            ServeurEmbarque.efface(dossier);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static int portLibre() throws IOException {
        try (var prise = new ServerSocket(0)) {
            return prise.getLocalPort();
        }
    }
}
