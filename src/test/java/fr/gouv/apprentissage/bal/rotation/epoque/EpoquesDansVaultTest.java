package fr.gouv.apprentissage.bal.rotation.epoque;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import fr.gouv.apprentissage.bal.coffre.AccesBao;
import fr.gouv.apprentissage.bal.coffre.AvecBao;
import fr.gouv.apprentissage.bal.coffre.PolitiqueDeDocs;
import fr.gouv.apprentissage.bal.coffre.ServeurBao;
import fr.gouv.apprentissage.bal.scellement.ClesIndisponibles;
import fr.gouv.apprentissage.bal.scellement.ClesRefusees;
import fr.gouv.apprentissage.bal.scellement.ProcessusDEpoques;
import fr.gouv.apprentissage.bal.scellement.ProcessusDEpoques.IdentiteDeTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Turning epochs whose keys a real OpenBao wraps, under the policies of the documentation. */
@AvecBao
class EpoquesDansVaultTest {

    private static final Delais SANS_ATTENTE = new Delais(Duration.ZERO, Duration.ZERO, Duration.ZERO);
    private static final AtomicInteger ESSAIS = new AtomicInteger();

    private final ServeurBao bao = ServeurBao.partage();
    private final String moteur = bao.moteur("essai-epoques-" + ESSAIS.incrementAndGet());
    private final BaseDEpoques base = new BaseDEpoques();
    private final String jetonQuiSert =
            bao.jeton(moteur + "-sert", PolitiqueDeDocs.duProcessus(moteur), Duration.ofHours(1));

    @AfterEach
    void ferme() {
        base.close();
    }

    private ProcessusDEpoques processus(IdentiteDeTest identite) {
        return ProcessusDEpoques.surVault(
                base.pool(), AccesBao.parJeton(bao.adresse(), jetonQuiSert), moteur, identite);
    }

    private IdentiteDeTest identite() {
        bao.politique(moteur + "-epoques", PolitiqueDeDocs.desEpoques(moteur));
        return IdentiteDeTest.appRole(bao.appRole(moteur, moteur + "-epoques", Duration.ofHours(1)));
    }

    private TourDEpoque tour(ProcessusDEpoques processus) {
        return new TourDEpoque(
                base.pool(),
                processus.epoques(),
                processus.scellement(),
                ConfigDEpoques.SUR_DEMANDE,
                SANS_ATTENTE,
                () -> true,
                nombre -> {});
    }

    private static void tourne(TourDEpoque tour) {
        tour.annonce();
        tour.passe();
        tour.passe();
    }

    private String enveloppe(int epoque) {
        return new String(
                base.lignes("select enveloppe from epoque where numero = " + epoque)
                        .get(0)
                        .getBuffer(0)
                        .getBytes(),
                StandardCharsets.US_ASCII);
    }

    private int statut(String enveloppe) {
        return bao.reponse(bao.jetonRacine(), "POST", moteur + "/decrypt/bal-secrets", Map.of("ciphertext", enveloppe))
                .statut();
    }

    private int minimumDeDechiffrement(int version) {
        return bao.reponse(
                        bao.jetonRacine(),
                        "POST",
                        moteur + "/keys/bal-secrets/config",
                        Map.of("min_decryption_version", version))
                .statut();
    }

    @Test
    void eachEpochHasItsVersionAndADestroyedOneIsGoneForGood() {
        // Given
        var processus = processus(identite());
        base.ajoute(processus, LongStream.rangeClosed(1, 250));
        var premiere = enveloppe(1);
        assertThat(premiere).startsWith("vault:v1:");

        // When
        var tour = tour(processus);
        tourne(tour);
        tourne(tour);
        var gardee = statut(premiere);
        tourne(tour);

        // Then
        assertThat(gardee).isEqualTo(200);
        assertThat(List.of(
                        enveloppe(2).substring(0, 9),
                        enveloppe(3).substring(0, 9),
                        enveloppe(4).substring(0, 9)))
                .containsExactly("vault:v2:", "vault:v3:", "vault:v4:");
        assertThat(base.etats())
                .containsExactly(
                        entry(1, EtatEpoque.DETRUITE),
                        entry(2, EtatEpoque.GARDEE),
                        entry(3, EtatEpoque.GARDEE),
                        entry(4, EtatEpoque.COURANTE));
        assertThat(statut(premiere)).isEqualTo(400);
        assertThat(bao.appelle("GET", moteur + "/keys/bal-secrets", null)
                        .at("/data/min_available_version")
                        .asInt())
                .isEqualTo(2);
        assertThat(base.nombre("select count(*) from secret where epoque = 4")).isEqualTo(250);
    }

    @Test
    void theMinimumCanBeLoweredAgainAndTheTrimIsFinal() {
        // Given two versions
        var enveloppe = bao.appelle("POST", moteur + "/datakey/wrapped/bal-secrets", Map.of("bits", 256))
                .at("/data/ciphertext")
                .asText();
        bao.appelle("POST", moteur + "/keys/bal-secrets/rotate", Map.of());

        // When the minimum is raised, and lowered
        minimumDeDechiffrement(2);
        var releve = statut(enveloppe);
        minimumDeDechiffrement(1);
        var abaisse = statut(enveloppe);

        // Then
        assertThat(List.of(releve, abaisse)).containsExactly(400, 200);

        // When the old version is trimmed
        bao.appelle(
                "POST",
                moteur + "/keys/bal-secrets/config",
                Map.of("min_decryption_version", 2, "min_encryption_version", 2));
        bao.appelle("POST", moteur + "/keys/bal-secrets/trim", Map.of("min_available_version", 2));

        // Then whoever lowers the minimum gets nothing back
        assertThat(minimumDeDechiffrement(1)).isEqualTo(400);
        assertThat(statut(enveloppe)).isEqualTo(400);
    }

    @Test
    void theCallsOfATurnDoNotGrowWithRows() {
        // Given
        var appels = new ArrayList<Long>();
        var processus = processus(identite());
        var tour = tour(processus);
        tourne(tour);
        tourne(tour);
        for (var plage : List.of(LongStream.rangeClosed(1, 100), LongStream.rangeClosed(101, 5000))) {
            base.ajoute(processus, plage);
            var avant = bao.demandes(moteur + "/");

            // When
            tourne(tour);
            appels.add(bao.demandes(moteur + "/") - avant);
        }

        // Then
        System.out.printf(
                "Appels à Vault d'un tour d'époque, destruction d'une ancienne comprise : %d pour 100 secrets, %d pour"
                        + " 5 000%n",
                appels.get(0), appels.get(1));
        assertThat(appels.get(1)).isEqualTo(appels.get(0));
    }

    @Test
    void theIdentityThatServesMayNotTurn() {
        // Given
        var processus = processus(IdentiteDeTest.jeton(jetonQuiSert));
        var tour = tour(processus);

        // When, Then
        assertThatThrownBy(tour::annonce).isInstanceOf(ClesRefusees.class);
        assertThat(base.etats()).containsExactly(entry(1, EtatEpoque.COURANTE));
        assertThat(bao.appelle("GET", moteur + "/keys/bal-secrets", null)
                        .at("/data/latest_version")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void theIdentityThatTurnsOpensNothing() {
        // Given
        processus(identite());
        var jeton = bao.jeton(moteur + "-epoques", PolitiqueDeDocs.desEpoques(moteur), Duration.ofHours(1));

        // When
        var statut = bao.reponse(jeton, "POST", moteur + "/decrypt/bal-secrets", Map.of("ciphertext", enveloppe(1)))
                .statut();

        // Then
        assertThat(statut).isEqualTo(403);
    }

    @Test
    void whereNoIdentityIsConfiguredEpochsDoNotTurn() {
        var personne = new IdentiteDeTest(Optional.empty(), Optional.empty(), Optional.empty(), "approle");

        assertThat(processus(personne).epoques().empechement()).isPresent();
    }

    @Test
    void aTurnThatFailedHalfwayTurnsTheMasterKeyOnce() {
        // Given a master key that was turned, and an epoch that was not written
        bao.appelle("POST", moteur + "/keys/bal-secrets/rotate", Map.of());
        var processus = processus(identite());
        base.execute("update epoque set enveloppe = convert_to('" + ancienne() + "', 'UTF8') where numero = 1");

        // When
        tour(processus).annonce();

        // Then
        assertThat(enveloppe(2)).startsWith("vault:v2:");
        assertThat(bao.appelle("GET", moteur + "/keys/bal-secrets", null)
                        .at("/data/latest_version")
                        .asInt())
                .isEqualTo(2);
    }

    private String ancienne() {
        return "vault:v1:" + "A".repeat(80);
    }

    @Test
    void aRestoredEpochThatWasDestroyedIsRefusedByName() {
        // Given
        var processus = processus(identite());
        base.ajoute(processus, LongStream.rangeClosed(1, 10));
        var sauvegarde = base.secret(3);
        var premiere = enveloppe(1);
        var tour = tour(processus);
        tourne(tour);
        tourne(tour);
        tourne(tour);

        // When
        base.execute("update epoque set enveloppe = convert_to('" + premiere
                + "', 'UTF8'), detruite_le = null, effacee_le = null where numero = 1");
        var restauree = processus(identite());

        // Then
        assertThatThrownBy(() -> restauree
                        .scellement()
                        .cle(sauvegarde.enregistrement(), sauvegarde.epoque(), sauvegarde.enveloppe()))
                .isInstanceOf(ClesIndisponibles.class);
    }
}
