package fr.gouv.apprentissage.bal.embarque;

import fr.gouv.apprentissage.bal.coffre.GrappeKubernetes;
import fr.gouv.apprentissage.bal.coffre.PolitiqueDeDocs;
import fr.gouv.apprentissage.bal.coffre.ServeurBao;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A process as in production: a database that asks for passwords, keys and secrets in Vault, to which it logs in by itself. Keys live for
 * seconds in it, so that a test sees them go and come.
 */
public final class AvecVault implements QuarkusTestResourceLifecycleManager {

    static final String SECRET_DE_DECA = "secret-de-deca-au-coffre";

    static final String MOT_DE_PASSE = "mot-de-passe-au-coffre";
    private static final List<String> ROLES =
            List.of("bal_service", "bal_journal", "bal_lecteur_journal", "bal_proprietaire");

    /** Argument of the test: the login is that of a pod. */
    static final String KUBERNETES = "kubernetes";

    private static ServeurBao bao;
    private static GrappeKubernetes grappe;

    private final EmbeddedPostgresResource base = new EmbeddedPostgresResource();
    private boolean dansUnPod;

    @Override
    public void init(Map<String, String> arguments) {
        dansUnPod = arguments.containsKey(KUBERNETES);
    }

    static ServeurBao bao() {
        return bao;
    }

    @Override
    public Map<String, String> start() {
        bao = ServeurBao.demarre();
        bao.politique("bal", PolitiqueDeDocs.duProcessus("transit"));
        var configuration = new HashMap<>(base.start());
        demandeLesMotsDePasse(configuration.get(Cles.JDBC));
        auCoffre(configuration);
        configuration.putAll(Map.ofEntries(
                Map.entry("quarkus.vault.url", bao.adresse().toString()),
                Map.entry("quarkus.vault.secret-config-kv-path", "bal"),
                Map.entry("bal.scellement.duree-en-memoire", "PT10S"),
                Map.entry("bal.scellement.autonomie", "PT1S"),
                Map.entry("quarkus.log.level", "DEBUG"),
                Map.entry("quarkus.log.console.level", "INFO"),
                Map.entry("quarkus.log.file.enabled", "true"),
                Map.entry("quarkus.log.file.path", journal().toString())));
        configuration.putAll(dansUnPod ? parCompteDeService() : parAppRole());
        return configuration;
    }

    private static Map<String, String> parAppRole() {
        var role = bao.appRole("bal", "bal", Duration.ofHours(1));
        return Map.of(
                "quarkus.vault.authentication.app-role.role-id",
                role.id(),
                "quarkus.vault.authentication.app-role.secret-id",
                role.secret());
    }

    private static Map<String, String> parCompteDeService() {
        try {
            var pod = Files.createTempDirectory("bal-pod");
            grappe = GrappeKubernetes.demarre(pod);
            bao.kubernetes(grappe, "bal", "bal");
            var jeton = Files.writeString(pod.resolve("token"), grappe.jeton("apprentissage", "bal"));
            return Map.of(
                    "quarkus.vault.authentication.kubernetes.role",
                    "bal",
                    "quarkus.vault.authentication.kubernetes.jwt-token-path",
                    jeton.toString(),
                    // there is no such file beside this pod's token
                    "quarkus.vault.tls.use-kubernetes-ca-cert",
                    "false");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        base.stop();
        bao.close();
        if (dansUnPod) {
            grappe.close();
        }
    }

    // Takes what is secret out of the process's own configuration.
    private static void auCoffre(Map<String, String> configuration) {
        var dossier = new DossierEmbarque(Path.of(configuration.get(Cles.DOSSIER)));
        configuration.remove("quarkus.flyway.password");
        configuration.remove(Cles.CLE_PUBLIQUE);
        var cle = CleDesJetons.dans(dossier.cleDesJetons());
        bao.appelle(
                "POST",
                "secret/data/bal",
                Map.of(
                        "data",
                        Map.of(
                                "quarkus.datasource.password",
                                MOT_DE_PASSE,
                                "quarkus.datasource.journal.password",
                                MOT_DE_PASSE,
                                "quarkus.flyway.password",
                                MOT_DE_PASSE,
                                "quarkus.datasource.lecture-journal.password",
                                MOT_DE_PASSE,
                                "bal.connecteur.deca.lba.secret",
                                SECRET_DE_DECA,
                                Cles.CLE_PUBLIQUE,
                                cle.publiqueEnBase64(),
                                "smallrye.jwt.sign.key",
                                lis(dossier.cleDesJetons()))));
    }

    /** What the process logs, at DEBUG. */
    static Path journal() {
        return Path.of("target", "processus-avec-vault.log");
    }

    private static void demandeLesMotsDePasse(String jdbc) {
        try (var connexion = DriverManager.getConnection(jdbc, "postgres", "");
                var ordre = connexion.createStatement()) {
            for (var role : ROLES) {
                ordre.execute("alter role " + role + " password '" + MOT_DE_PASSE + "'");
            }
            try (var reponse = ordre.executeQuery("show hba_file")) {
                reponse.next();
                Files.writeString(
                        Path.of(reponse.getString(1)),
                        """
                        host all postgres 127.0.0.1/32 trust
                        host all all 127.0.0.1/32 scram-sha-256
                        """);
            }
            ordre.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String lis(Path fichier) {
        try {
            return Files.readString(fichier);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
