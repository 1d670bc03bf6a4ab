package fr.gouv.apprentissage.bal.scellement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.apprentissage.bal.coffre.AccesBao;
import fr.gouv.apprentissage.bal.coffre.AvecBao;
import fr.gouv.apprentissage.bal.coffre.GrappeKubernetes;
import fr.gouv.apprentissage.bal.coffre.PolitiqueDeDocs;
import fr.gouv.apprentissage.bal.coffre.ServeurBao;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that logs in by the service account of its pod, to a real server which has the cluster review the token. */
@AvecBao
class ConnexionKubernetesTest {

    private static final String ESPACE = "apprentissage";
    private static final Duration DEMI_DUREE = Duration.ofMinutes(31);

    private static ServeurBao bao;

    @TempDir
    Path pod;

    private final RegistreEnMemoire registre = new RegistreEnMemoire();
    private GrappeKubernetes grappe;
    private String moteur;
    private Path jeton;

    @BeforeAll
    static void demarre() {
        bao = ServeurBao.demarre();
    }

    @AfterAll
    static void arrete() {
        bao.close();
    }

    @BeforeEach
    void unPod() throws IOException, InterruptedException {
        grappe = GrappeKubernetes.demarre(pod);
        moteur = bao.moteur("pod-" + System.nanoTime());
        bao.politique(moteur, PolitiqueDeDocs.duProcessus(moteur));
        bao.kubernetes(grappe, moteur, moteur);
        jeton = pod.resolve("token");
        projette("bal");
    }

    private String projette(String compte) throws IOException {
        var projete = grappe.jeton(ESPACE, compte);
        Files.writeString(jeton, projete);
        return projete;
    }

    private ProcessusDeTest processus() {
        return ProcessusDeTest.de(AccesBao.parKubernetes(bao.adresse(), moteur, jeton), moteur, registre)
                .demarre();
    }

    /** Every token that the role gave is dead: who goes on must log in again. */
    private static void revoque() {
        bao.appelle("PUT", "sys/leases/revoke-prefix/auth/kubernetes/login", Map.of());
    }

    private static void assertRefuse(ProcessusDeTest processus, Panne panne) {
        assertThatThrownBy(processus::scelle).isInstanceOfSatisfying(ClesIndisponibles.class, e -> assertThat(e.panne())
                .isEqualTo(panne));
    }

    @AfterEach
    void plusDeGrappe() {
        grappe.close();
    }

    @Test
    void byItsServiceAccountItHasItsKeysAfterOneLogin() {
        var connexions = bao.demandes("auth/kubernetes/login");

        var processus = processus();

        assertThat(processus.ouvre(processus.scelle())).isEqualTo("Zoé");
        assertThat(bao.demandes("auth/kubernetes/login") - connexions).isEqualTo(1);
        assertThat(grappe.revues()).isEqualTo(1);
    }

    @Test
    void anotherServiceAccountIsRefusedByName() throws IOException {
        processus();
        projette("un-autre");

        assertRefuse(processus(), Panne.DROIT_REFUSE);
    }

    @Test
    void aTokenThatTheClusterNoLongerVouchesForIsRefusedAtOnce() throws IOException {
        // Given
        var processus = processus();
        var fiche = processus.scelle();

        // When
        grappe.supprime(Files.readString(jeton));
        revoque();
        processus.passe(DEMI_DUREE);

        // Then
        assertThatThrownBy(() -> processus.ouvre(fiche))
                .isInstanceOfSatisfying(
                        ClesIndisponibles.class, e -> assertThat(e.panne()).isEqualTo(Panne.DROIT_REFUSE));
        assertThat(processus.appels("deballe", "DROIT_REFUSE")).isPositive();
    }

    @Test
    void theTokenIsReadAnewAtEachLogin() throws IOException {
        // Given
        var processus = processus();
        var fiche = processus.scelle();

        // When: the kubelet has projected another one meanwhile
        grappe.supprime(Files.readString(jeton));
        projette("bal");
        revoque();
        processus.passe(DEMI_DUREE);

        // Then
        assertThat(processus.ouvre(fiche)).isEqualTo("Zoé");
        assertThat(processus.appels("deballe", "DROIT_REFUSE")).isZero();
    }

    /** The server answers 403 for it too: it cannot be told from a refusal. */
    @Test
    void aClusterThatDoesNotAnswerIsARefusalUntilItIsBack() throws IOException, InterruptedException {
        // Given
        var processus = processus();
        var fiche = processus.scelle();
        grappe.close();
        revoque();
        processus.passe(DEMI_DUREE);
        assertRefuse(processus, Panne.DROIT_REFUSE);

        // When
        grappe = GrappeKubernetes.demarre(Files.createDirectory(pod.resolve("revenue")));
        bao.kubernetes(grappe, moteur, moteur);
        projette("bal");
        processus.passe(Duration.ofMinutes(6));

        // Then
        assertThat(processus.ouvre(fiche)).isEqualTo("Zoé");
    }

    @Test
    void withoutATokenItStartsAndSaysThatTheKeysAreAway() throws IOException {
        processus();
        Files.delete(jeton);

        var processus = processus();

        assertRefuse(processus, Panne.HORS_D_ATTEINTE);
        assertThat(processus.sante.call().getData().orElseThrow()).containsKey("IDENTITE 1");
    }
}
