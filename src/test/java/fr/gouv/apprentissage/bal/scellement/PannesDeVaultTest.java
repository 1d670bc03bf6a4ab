package fr.gouv.apprentissage.bal.scellement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.apprentissage.bal.coffre.AccesBao;
import fr.gouv.apprentissage.bal.coffre.AvecBao;
import fr.gouv.apprentissage.bal.coffre.Certificat;
import fr.gouv.apprentissage.bal.coffre.Mandataire;
import fr.gouv.apprentissage.bal.coffre.PolitiqueDeDocs;
import fr.gouv.apprentissage.bal.coffre.ServeurBao;
import io.quarkus.vault.client.VaultClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When things go wrong at a real OpenBao: each has a name, shows, leaves the rest alone, and ends by itself. */
@AvecBao
@Tag("attaque35")
class PannesDeVaultTest {

    private static final Duration DEMI_DUREE = Duration.ofMinutes(30).plusSeconds(30);
    private static final AtomicInteger ESSAIS = new AtomicInteger();

    private static ServeurBao bao;

    @TempDir
    Path dossier;

    private final RegistreEnMemoire registre = new RegistreEnMemoire();
    private String moteur;
    private ProcessusDeTest processus;
    private ProcessusDeTest.Fiche fiche;

    @BeforeAll
    static void demarre() {
        bao = ServeurBao.demarre();
    }

    @AfterAll
    static void arrete() {
        bao.close();
    }

    @BeforeEach
    void unProcessusQuiSert() {
        moteur = bao.moteur("essai-" + ESSAIS.incrementAndGet());
        bao.politique(moteur, PolitiqueDeDocs.duProcessus(moteur));
        processus =
                processus(AccesBao.parJeton(bao.adresse(), bao.jetonRacine())).demarre();
        fiche = processus.scelle();
    }

    private ProcessusDeTest processus(VaultClient client) {
        return ProcessusDeTest.de(client, moteur, registre);
    }

    private void assertSert(ProcessusDeTest lequel) {
        assertThat(lequel.ouvre(fiche)).isEqualTo("Zoé");
        assertThat(lequel.sante.call().getStatus()).isEqualTo(Status.UP);
    }

    private void assertNeSertPlus(ProcessusDeTest lequel, Panne panne) {
        assertThatThrownBy(() -> lequel.ouvre(fiche))
                .isInstanceOfSatisfying(
                        ClesIndisponibles.class, e -> assertThat(e.panne()).isEqualTo(panne));
        var sante = lequel.sante.call();
        assertThat(sante.getStatus()).isEqualTo(Status.DOWN);
        assertThat(sante.getData().orElseThrow())
                .hasEntrySatisfying("IDENTITE 1", pourquoi -> assertThat(pourquoi.toString())
                        .contains(panne.name()));
        assertThat(lequel.appels("deballe", panne.name())).isPositive();
        assertThat(absentes(lequel, "IDENTITE")).isEqualTo(1);
    }

    private static double absentes(ProcessusDeTest lequel, String cle) {
        return lequel.mesures.get("bal.cles.absentes").tag("cle", cle).gauge().value();
    }

    /** The outage as every out-of-reach one goes: autonomy, then closed, then back by itself. */
    private void assertAutonomiePuisFermePuisRetour(ProcessusDeTest lequel, Panne panne, Runnable retour) {
        lequel.passe(DEMI_DUREE);
        lequel.passe(Duration.ofMinutes(9));
        assertSert(lequel);
        assertThat(lequel.sante.call().getData().orElseThrow().get("IDENTITE 1").toString())
                .contains("rafraîchissement manqué (" + panne + ")");
        lequel.passe(Duration.ofMinutes(1));
        assertNeSertPlus(lequel, panne);
        retour.run();
        lequel.passe(Duration.ofMinutes(1));
        assertSert(lequel);
        assertThat(lequel.sante.call().getData()).isEmpty();
        assertThat(absentes(lequel, "IDENTITE")).isZero();
    }

    @Test
    void sealedItServesForItsAutonomyThenNothingOpensThenItIsBack() {
        bao.scelle();

        assertAutonomiePuisFermePuisRetour(processus, Panne.SCELLE, bao::descelle);
    }

    @Test
    void stoppedAndRestarted() {
        bao.arrete();

        assertAutonomiePuisFermePuisRetour(processus, Panne.HORS_D_ATTEINTE, () -> {
            bao.redemarre();
            bao.descelle();
        });
    }

    @Test
    void frozenNobodyWaitsLongerThanTheBound() {
        // Given
        bao.gele();
        try {
            // When
            processus.horloge.avance(DEMI_DUREE);
            long debut = System.nanoTime();
            processus.trousseau.entretiens();

            // Then: one call waited, not one for each key
            assertThat(Duration.ofNanos(System.nanoTime() - debut)).isLessThan(Duration.ofSeconds(6));
            assertSert(processus);
            // each upkeep waits as long: what is tried in between is the same
            processus.horloge.avance(Duration.ofMinutes(9));
            assertSert(processus);
            processus.passe(Duration.ofMinutes(1));
            assertNeSertPlus(processus, Panne.DELAI_DEPASSE);
        } finally {
            bao.degele();
        }
        processus.passe(Duration.ofMinutes(1));
        assertSert(processus);
    }

    @Test
    void slowButWithinTheBoundIsNotAnOutage() {
        try (var mandataire = Mandataire.vers(bao.adresse())) {
            // Given
            var lent = processus(AccesBao.parJeton(mandataire.adresse(), bao.jetonRacine()))
                    .demarre();
            mandataire.ralentit(100);

            // When
            lent.passe(DEMI_DUREE);

            // Then
            assertSert(lent);
            assertThat(lent.sante.call().getData()).isEmpty();
        }
    }

    @Test
    void tooSlowCountsAsOutOfReach() {
        try (var mandataire = Mandataire.vers(bao.adresse())) {
            var lent = processus(AccesBao.parJeton(mandataire.adresse(), bao.jetonRacine()))
                    .demarre();
            mandataire.ralentit(3000);
            lent.passe(DEMI_DUREE);
            assertSert(lent);
            assertThat(lent.appels("deballe", "DELAI_DEPASSE")).isEqualTo(2);

            mandataire.ralentit(1);
            lent.passe(Duration.ofMinutes(2));

            assertThat(lent.sante.call().getData()).isEmpty();
        }
    }

    @Test
    void whoeverHasAnotherCertificateIsNotVault() throws IOException, InterruptedException {
        // Given: the same server, behind a certificate that this process does not know
        var certificat = Certificat.dans(dossier);
        try (var mandataire = Mandataire.vers(bao.adresse(), certificat)) {
            // When
            var mefiant = processus(AccesBao.parJeton(mandataire.adresse(), bao.jetonRacine()))
                    .demarre();
            var confiant = processus(AccesBao.parJeton(mandataire.adresse(), bao.jetonRacine(), certificat))
                    .demarre();

            // Then
            assertNeSertPlus(mefiant, Panne.CERTIFICAT);
            assertSert(confiant);
        }
    }

    @Test
    void aTokenRevokedIsARefusalAtOnce() {
        // Given
        var jeton = bao.jeton(moteur, PolitiqueDeDocs.duProcessus(moteur), Duration.ofHours(1));
        var lequel = processus(AccesBao.parJeton(bao.adresse(), jeton)).demarre();
        assertSert(lequel);

        // When
        bao.appelle("POST", "auth/token/revoke", Map.of("token", jeton));
        lequel.passe(DEMI_DUREE);

        // Then
        assertNeSertPlus(lequel, Panne.DROIT_REFUSE);
        assertThat(lequel.mesures
                        .get("bal.cles.refus")
                        .tag("cle", "bal-identite")
                        .tag("motif", "DROIT_REFUSE")
                        .counter()
                        .count())
                .isPositive();
    }

    @Test
    void aTokenRevokedIsReplacedByALoginWhereTheProcessLogsInByItself() {
        // Given
        var role = bao.appRole(moteur, moteur, Duration.ofHours(1));
        var lequel = processus(AccesBao.parAppRole(bao.adresse(), role, Duration.ofSeconds(30)))
                .demarre();

        // When: every token of the role dies
        bao.appelle("PUT", "sys/leases/revoke-prefix/auth/approle/login", Map.of());
        var connexions = bao.demandes("auth/approle/login");
        lequel.passe(DEMI_DUREE);

        // Then: one login, and no key was missing
        assertSert(lequel);
        assertThat(bao.demandes("auth/approle/login") - connexions).isEqualTo(1);
        assertThat(lequel.appels("deballe", "DROIT_REFUSE")).isZero();
    }

    @Test
    void aLoginThatIsRefusedIsARefusal() {
        // Given
        var role = bao.appRole(moteur, moteur, Duration.ofHours(1));
        var lequel = processus(AccesBao.parAppRole(bao.adresse(), role, Duration.ofSeconds(30)))
                .demarre();

        // When: the operator takes the role away, and what it gave
        bao.appelle("DELETE", "auth/approle/role/" + moteur, null);
        bao.appelle("PUT", "sys/leases/revoke-prefix/auth/approle/login", Map.of());
        lequel.passe(DEMI_DUREE);

        // Then
        assertNeSertPlus(lequel, Panne.DROIT_REFUSE);
    }

    @Test
    void aVersionRetiredIsRefusedAtOnceAndTheOtherClassesServe() {
        // Given
        bao.appelle("POST", moteur + "/keys/bal-identite/rotate", Map.of());

        // When
        bao.appelle("POST", moteur + "/keys/bal-identite/config", Map.of("min_decryption_version", 2));
        processus.passe(DEMI_DUREE);

        // Then
        assertUneClasseManque(processus, Panne.VERSION_RETIREE);

        // And: lowered again, it is back by itself
        bao.appelle("POST", moteur + "/keys/bal-identite/config", Map.of("min_decryption_version", 1));
        processus.passe(Duration.ofMinutes(1));
        assertSert(processus);
    }

    @Test
    void aKeyThatIsGoneIsRefusedAtOnceAndTheOtherClassesServe() {
        bao.appelle("POST", moteur + "/keys/bal-identite/config", Map.of("deletion_allowed", true));
        bao.appelle("DELETE", moteur + "/keys/bal-identite", null);
        processus.passe(DEMI_DUREE);

        assertUneClasseManque(processus, Panne.CLE_ABSENTE);
    }

    @Test
    void aWrappedKeyDamagedInTheTableIsRefusedAndTheOtherClassesServe() {
        // Given: one character of what the table holds
        var cle = registre.lis().stream()
                .filter(une -> une.genre().equals("IDENTITE"))
                .findFirst()
                .orElseThrow();
        var abimee = cle.enveloppe().clone();
        abimee[abimee.length - 10] ^= 1;
        assertThat(registre.renveloppe("IDENTITE", 1, cle.enveloppe(), abimee)).isTrue();

        // When
        processus.passe(DEMI_DUREE);

        // Then
        assertUneClasseManque(processus, Panne.ENVELOPPE_ABIMEE);

        // And: put right, it is back by itself
        assertThat(registre.renveloppe("IDENTITE", 1, abimee, cle.enveloppe())).isTrue();
        processus.passe(Duration.ofMinutes(2));
        assertSert(processus);
    }

    @Test
    void startedWithoutVaultItIsNotReadyAndTheKeysComeWhenVaultAnswers() {
        // Given
        bao.scelle();
        var lequel = processus(AccesBao.parJeton(bao.adresse(), bao.jetonRacine()));

        // When
        lequel.demarre();
        assertNeSertPlus(lequel, Panne.SCELLE);
        bao.descelle();
        lequel.passe(Duration.ofMinutes(1));

        // Then
        assertSert(lequel);
    }

    @Test
    void aVeryFirstStartWithoutVaultMakesItsKeysWhenVaultAnswers() {
        // Given
        var tables = new RegistreEnMemoire();
        var lequel = ProcessusDeTest.de(AccesBao.parJeton(bao.adresse(), bao.jetonRacine()), moteur, tables);
        bao.scelle();

        // When
        lequel.demarre();
        assertThat(tables.lis()).isEmpty();
        assertThat(lequel.appels("nouvelle", "SCELLE")).isEqualTo(1);
        assertThat(lequel.sante.call().getStatus()).isEqualTo(Status.DOWN);
        bao.descelle();
        lequel.passe(Duration.ofMinutes(1));

        // Then
        assertThat(lequel.ouvre(lequel.scelle())).isEqualTo("Zoé");
        assertThat(lequel.sante.call().getStatus()).isEqualTo(Status.UP);
    }

    private void assertUneClasseManque(ProcessusDeTest lequel, Panne panne) {
        assertThatThrownBy(() -> lequel.ouvre(fiche))
                .isInstanceOfSatisfying(
                        ClesIndisponibles.class, e -> assertThat(e.panne()).isEqualTo(panne));
        assertThat(lequel.ouvreSensible(fiche)).isTrue();
        var sante = lequel.sante.call();
        assertThat(sante.getStatus()).isEqualTo(Status.UP);
        assertThat(sante.getData().orElseThrow())
                .containsOnlyKeys("IDENTITE 1")
                .hasEntrySatisfying("IDENTITE 1", pourquoi -> assertThat(pourquoi.toString())
                        .contains(panne.name()));
        assertThat(absentes(lequel, "IDENTITE")).isEqualTo(1);
        assertThat(absentes(lequel, "SENSIBLE")).isZero();
    }
}
