package fr.gouv.apprentissage.bal.scellement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.apprentissage.bal.coffre.AccesBao;
import fr.gouv.apprentissage.bal.coffre.AvecBao;
import fr.gouv.apprentissage.bal.coffre.ServeurBao;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The keys at a real OpenBao. */
@AvecBao
class DetenteurVaultTest {

    private static final AtomicInteger ESSAIS = new AtomicInteger();

    private final ServeurBao bao = ServeurBao.partage();
    private final String moteur = bao.moteur("essai-detenteur-" + ESSAIS.incrementAndGet());
    private final RegistreEnMemoire registre = new RegistreEnMemoire();

    private ProcessusDeTest processus() {
        return ProcessusDeTest.de(AccesBao.parJeton(bao.adresse(), bao.jetonRacine()), moteur, registre);
    }

    @Test
    void whatOneProcessSealedAnotherOpens() {
        var fiche = processus().demarre().scelle();

        assertThat(processus().demarre().ouvre(fiche)).isEqualTo("Zoé");
    }

    @Test
    void aNewKeyComesOutWrappedAlone() {
        var avant = bao.demandes(moteur + "/datakey/plaintext");

        processus().demarre();

        assertThat(bao.demandes(moteur + "/datakey/plaintext")).isEqualTo(avant);
        assertThat(registre.lis()).allSatisfy(cle -> assertThat(new String(cle.enveloppe(), StandardCharsets.US_ASCII))
                .startsWith("vault:v1:"));
    }

    @Test
    void aColdStartAsksOnceForEachKeyAndOpeningAsksNothing() {
        // Given: a first start, which makes the keys
        processus().demarre();
        var appelsAvant = bao.demandes(moteur + "/");

        // When
        var processus = processus().demarre();
        var demarrage = bao.demandes(moteur + "/") - appelsAvant;
        var fiche = processus.scelle();
        for (int i = 0; i < 10_000; i++) {
            processus.ouvre(fiche);
        }
        var ouvertures = bao.demandes(moteur + "/") - appelsAvant - demarrage;

        // Then
        System.out.printf(
                "Appels à Vault : %d pour un démarrage à froid (une par clé), %d pour 10 000 ouvertures%n",
                demarrage, ouvertures);
        assertThat(demarrage).isEqualTo(registre.lis().size());
        assertThat(ouvertures).isZero();
    }

    @Test
    void aWrappingThatIsNotOfVaultIsRefusedWithoutAsking() {
        var detenteur = processus().detenteur;
        var avant = bao.demandes(moteur + "/decrypt");

        assertThatThrownBy(() -> detenteur.deballe(CleMaitresse.IDENTITE, "secret\nvault:v1:AAAA".getBytes()))
                .isInstanceOfSatisfying(
                        ClesRefusees.class, e -> assertThat(e.panne()).isEqualTo(Panne.ENVELOPPE_ABIMEE));
        assertThat(bao.demandes(moteur + "/decrypt")).isEqualTo(avant);
    }

    @Test
    void aDataKeyOfAnotherLengthIsRefused() {
        // Given
        var courte = bao.appelle("POST", moteur + "/datakey/wrapped/bal-identite", Map.of("bits", 128))
                .at("/data/ciphertext")
                .asText()
                .getBytes(StandardCharsets.US_ASCII);

        // Then
        assertThatThrownBy(() -> processus().detenteur.deballe(CleMaitresse.IDENTITE, courte))
                .isInstanceOf(ClesRefusees.class);
    }

    @Test
    void aKeyWrappedAnewIsTheSameKeyAndKeepsItsPlace() {
        // Given
        var avant = processus().demarre();
        var fiche = avant.scelle();
        bao.appelle("POST", moteur + "/keys/bal-identite/rotate", Map.of());
        bao.appelle("POST", moteur + "/keys/bal-secrets/rotate", Map.of());

        // When
        var bilan = new Renveloppement(avant.detenteur, registre).execute();

        // Then: the class's key alone; the epoch's stays under its own version
        assertThat(bilan.renveloppees()).isEqualTo(1);
        assertThat(bilan.refusees()).isEmpty();
        assertThat(enveloppes("IDENTITE")).allMatch(texte -> texte.startsWith("vault:v2:"));
        assertThat(enveloppes(Trousseau.EPOQUE)).allMatch(texte -> texte.startsWith("vault:v1:"));
        bao.appelle("POST", moteur + "/keys/bal-identite/config", Map.of("min_decryption_version", 2));
        assertThat(processus().demarre().ouvre(fiche)).isEqualTo("Zoé");

        // And again: nothing to do
        assertThat(new Renveloppement(avant.detenteur, registre).execute().renveloppees())
                .isZero();
    }

    @Test
    void wrappingAnewIsOneCallForEachMasterKeyHoweverManyKeysThereAre() {
        // Given
        var processus = processus().demarre();
        for (int version = 2; version <= 50; version++) {
            registre.inscris("CONTACT", version, processus.detenteur.nouvelle(CleMaitresse.CONTACT), 0);
        }
        bao.appelle("POST", moteur + "/keys/bal-contact/rotate", Map.of());
        var avant = bao.demandes(moteur + "/rewrap");

        // When
        var bilan = new Renveloppement(processus.detenteur, registre).execute();

        // Then
        var appels = bao.demandes(moteur + "/rewrap") - avant;
        System.out.printf(
                "Appels à Vault : %d pour envelopper à neuf %d clés%n", appels, bilan.renveloppees() + bilan.aJour());
        assertThat(appels).isEqualTo(CleMaitresse.values().length - 1);
        assertThat(bilan.renveloppees()).isEqualTo(50);
    }

    @Test
    void aDamagedKeyIsNamedAndHoldsBackNoOther() {
        // Given
        var processus = processus().demarre();
        registre.inscris("PARCOURS", 2, "vault:v1:AAAABBBBCCCCDDDDEEEEFFFFGGGGHHHH".getBytes(), 0);
        bao.appelle("POST", moteur + "/keys/bal-parcours/rotate", Map.of());

        // When
        var bilan = new Renveloppement(processus.detenteur, registre).execute();

        // Then
        assertThat(bilan.refusees()).containsExactly("PARCOURS (version 2)");
        assertThat(bilan.renveloppees()).isEqualTo(1);
    }

    @Test
    void anotherProcessThatWasFirstIsNotOverwritten() {
        var processus = processus().demarre();
        var cle = registre.lis().get(0);
        var autre = processus.detenteur.nouvelle(CleMaitresse.duGenre(cle.genre()));

        assertThat(registre.renveloppe(cle.genre(), 1, autre, autre)).isFalse();
    }

    @Test
    void aTokenThatExpiredIsReplacedByALogin() throws InterruptedException {
        // Given: a token of two seconds, of a role that may log in again
        bao.politique("essai-detenteur", "path \"" + moteur + "/*\" { capabilities = [\"update\"] }");
        var role = bao.appRole("essai-detenteur", "essai-detenteur", Duration.ofSeconds(2));
        var processus = ProcessusDeTest.de(AccesBao.parAppRole(bao.adresse(), role, Duration.ZERO), moteur, registre)
                .demarre();
        var connexions = bao.demandes("auth/approle/login");

        // When
        Thread.sleep(2500);
        processus.passe(Duration.ofMinutes(31));

        // Then
        assertThat(processus.appels("deballe", "DROIT_REFUSE")).isZero();
        assertThat(bao.demandes("auth/approle/login")).isGreaterThan(connexions);
    }

    private List<String> enveloppes(String genre) {
        return registre.lis().stream()
                .filter(cle -> cle.genre().equals(genre))
                .map(cle -> new String(cle.enveloppe(), StandardCharsets.US_ASCII))
                .toList();
    }
}
