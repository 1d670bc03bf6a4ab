package fr.gouv.apprentissage.bal.conteneurs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.embarque.generateur.Monde;
import fr.gouv.apprentissage.bal.embarque.simulateur.Compte;
import fr.gouv.apprentissage.bal.embarque.simulateur.OptionsSimulateur;
import fr.gouv.apprentissage.bal.embarque.simulateur.SimulateurDeca;
import fr.gouv.apprentissage.bal.oidc.FournisseurOidc;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The package as in production on containers of PostgreSQL and OpenBao: it migrates, starts, takes days of DECA in and answers. */
@AvecDocker
class ConteneursIT {

    private static final String RACINE = "racine";
    private static final List<String> CLES =
            List.of("identite", "identifiant", "contact", "parcours", "sensible", "secrets", "index", "pseudonyme");

    @TempDir
    static Path dossier;

    private static PostgreSQLContainer postgres;
    private static GenericContainer<?> bao;

    @BeforeAll
    static void demarre() throws Exception {
        postgres =
                new PostgreSQLContainer("postgres:18").withDatabaseName("bal").withUsername("postgres");
        bao = new GenericContainer<>("openbao/openbao:2.7.2")
                .withEnv("BAO_DEV_ROOT_TOKEN_ID", RACINE)
                .withEnv("BAO_DEV_LISTEN_ADDRESS", "0.0.0.0:8200")
                .withExposedPorts(8200)
                .waitingFor(Wait.forHttp("/v1/sys/health").forPort(8200));
        postgres.start();
        bao.start();
        prepareLaBase();
        prepareLeCoffre();
    }

    @AfterAll
    static void arrete() {
        bao.stop();
        postgres.stop();
    }

    @Test
    void thePackageMigratesStartsAndAnswers() throws Exception {
        var options = OptionsSimulateur.sansLimite(Clock.systemUTC())
                .avecComptes(Compte.auHasard("bal-lba"), Compte.auHasard("bal-tba"));
        try (var oidc = FournisseurOidc.demarre(Map.of());
                var deca = SimulateurDeca.demarre(Monde.deDemonstration(20260101), options)) {
            var paquet = new PaquetEnProduction(dossier, reglages(oidc, deca));

            assertThat(paquet.migre(mot("bal_proprietaire"))).isZero();

            try (var service = paquet.demarre()) {
                var jeton = oidc.jeton("tdb");
                service.attends(
                        jeton,
                        "{ contrats(first: 1) { nodes { dateDebut alternant { nom } } } }",
                        reponse -> reponse.contains("\"nom\":\""));
            }
        }
    }

    private static Map<String, String> reglages(FournisseurOidc oidc, SimulateurDeca deca) throws IOException {
        var base = "postgresql://" + postgres.getHost() + ":" + postgres.getMappedPort(5432) + "/bal";
        var habilitations = dossier.resolve("habilitations.yaml");
        Files.writeString(
                habilitations,
                """
                version: 1
                clients:
                  - { id: tdb, nom: Tableau de bord, finalite: suivi-des-effectifs }
                habilitations:
                  - id: tdb-effectifs
                    client: tdb
                    finalite: suivi-des-effectifs
                    baseLegale: "Convention, art. 6.1.e RGPD"
                    accordeePar: DGEFP
                    du: 2026-01-01
                    au: 2029-12-31
                    champs:
                      "Contrat.*": [LIRE]
                      Personne.nom: [LIRE]
                """);
        return Map.ofEntries(
                Map.entry("quarkus.datasource.jdbc.url", "jdbc:" + base),
                Map.entry("quarkus.datasource.reactive.url", base),
                Map.entry("quarkus.datasource.password", mot("bal_service")),
                Map.entry("quarkus.datasource.journal.reactive.url", base),
                Map.entry("quarkus.datasource.journal.password", mot("bal_journal")),
                Map.entry("quarkus.datasource.lecture-journal.reactive.url", base),
                Map.entry("quarkus.datasource.lecture-journal.password", mot("bal_lecteur_journal")),
                Map.entry("quarkus.oidc.auth-server-url", oidc.adresse()),
                Map.entry("quarkus.vault.url", "http://127.0.0.1:" + bao.getMappedPort(8200)),
                Map.entry("quarkus.vault.authentication.client-token", RACINE),
                Map.entry("bal.journal.temoin", dossier.resolve("temoin.jsonl").toString()),
                Map.entry(
                        "bal.droits.effacements",
                        dossier.resolve("effacements.jsonl").toString()),
                Map.entry("bal.habilitations.fichier", habilitations.toString()),
                Map.entry("bal.connecteur.deca.url", deca.url()),
                Map.entry(
                        "bal.connecteur.deca.lba.utilisateur",
                        deca.options().lba().utilisateur()),
                Map.entry("bal.connecteur.deca.lba.secret", deca.options().lba().secret()),
                Map.entry(
                        "bal.connecteur.deca.tba.utilisateur",
                        deca.options().tba().utilisateur()),
                Map.entry("bal.connecteur.deca.tba.secret", deca.options().tba().secret()),
                Map.entry("bal.connecteur.deca.ouverture", "00:00-24:00"),
                Map.entry("bal.connecteur.deca.debit", "100"),
                Map.entry("bal.connecteur.deca.au-demarrage", "true"),
                Map.entry(
                        "bal.connecteur.deca.depuis",
                        LocalDate.now().minusDays(2).toString()));
    }

    private static void prepareLaBase() throws IOException, SQLException {
        try (var connexion = DriverManager.getConnection(postgres.getJdbcUrl(), "postgres", postgres.getPassword());
                var ordre = connexion.createStatement();
                var roles = ConteneursIT.class.getResourceAsStream("/db/roles.sql")) {
            ordre.execute(new String(roles.readAllBytes(), StandardCharsets.UTF_8));
            for (var role : List.of("bal_proprietaire", "bal_service", "bal_journal", "bal_lecteur_journal")) {
                ordre.execute("alter role " + role + " password '" + mot(role) + "'");
            }
            ordre.execute("alter database bal owner to bal_proprietaire");
            ordre.execute("revoke all on database bal from public");
            ordre.execute("grant connect on database bal to bal_service, bal_journal, bal_lecteur_journal");
            ordre.execute("grant temporary on database bal to bal_service");
        }
    }

    private static void prepareLeCoffre() throws IOException, InterruptedException {
        bao("secrets", "enable", "transit");
        for (var cle : CLES) {
            bao("write", "-f", "transit/keys/bal-" + cle, "type=aes256-gcm96");
        }
        bao("write", "-f", "transit/keys/bal-journal", "type=ed25519");
    }

    private static void bao(String... arguments) throws IOException, InterruptedException {
        var commande = new java.util.ArrayList<>(
                List.of("env", "BAO_ADDR=http://127.0.0.1:8200", "BAO_TOKEN=" + RACINE, "bao"));
        commande.addAll(List.of(arguments));
        assertThat(bao.execInContainer(commande.toArray(String[]::new)).getExitCode())
                .isZero();
    }

    private static String mot(String role) {
        return "mot-de-passe-de-" + role;
    }
}
