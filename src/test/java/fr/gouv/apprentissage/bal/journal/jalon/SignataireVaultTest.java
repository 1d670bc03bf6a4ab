package fr.gouv.apprentissage.bal.journal.jalon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.apprentissage.bal.coffre.AccesBao;
import fr.gouv.apprentissage.bal.coffre.AvecBao;
import fr.gouv.apprentissage.bal.coffre.ServeurBao;
import fr.gouv.apprentissage.bal.journal.verification.Verification;
import fr.gouv.apprentissage.bal.scellement.ClesIndisponibles;
import fr.gouv.apprentissage.bal.scellement.vault.Coffre;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints signed by a key that Vault keeps, verified by whoever has what Vault says of it. */
@AvecBao
class SignataireVaultTest {

    private static final AtomicInteger ESSAIS = new AtomicInteger();

    @TempDir
    Path dossier;

    private final ServeurBao bao = ServeurBao.partage();
    private final String moteur = bao.moteur("essai-journal-" + ESSAIS.incrementAndGet());
    private final SignataireVault signataire = signataire(bao.adresse());

    private SignataireVault signataire(URI adresse) {
        return new SignataireVault(
                new Coffre(AccesBao.parJeton(adresse, bao.jetonRacine()), moteur, Duration.ofSeconds(4)));
    }

    private JalonSigne jalon(long numero, byte[] precedent) {
        var jalon = new Jalon(numero, Instant.parse("2026-03-01T08:00:00Z"), precedent, List.of());
        var signe =
                signataire.signe(cle -> FormeDeJalon.octets(jalon, cle)).await().indefinitely();
        return new JalonSigne(jalon, FormeDeJalon.empreinte(signe.octets()), signe.cle(), signe.signature());
    }

    /** What {@code bao read -format=json transit/keys/bal-journal} writes. */
    private List<ClePublique> cles() throws IOException, GeneralSecurityException {
        var fichier = dossier.resolve("bal-journal.json");
        Files.writeString(
                fichier, bao.appelle("GET", moteur + "/keys/bal-journal", null).toString());
        return ClePublique.lisToutes(fichier);
    }

    private static int fautes(List<ClePublique> cles, JalonSigne... jalons) {
        return new Verification(cles, Optional.empty())
                .verifie(Stream.of(), Stream.of(jalons).map(JalonEnJson::ligne), Stream.of())
                .constats()
                .size();
    }

    @Test
    void checkpointsHoldBeforeAndAfterTheKeyTurned() throws Exception {
        // When
        var premier = jalon(1, new byte[32]);
        var avant = cles();
        bao.appelle("POST", moteur + "/keys/bal-journal/rotate", Map.of());
        bao.appelle("POST", moteur + "/keys/bal-journal/config", Map.of("min_encryption_version", 2));
        var second = jalon(2, premier.empreinte());

        // Then
        assertThat(second.cle()).isNotEqualTo(premier.cle());
        assertThat(fautes(cles(), premier, second)).isZero();
        assertThat(fautes(avant, premier, second)).isEqualTo(1);
    }

    @Test
    void aSignatureCostsTwoCallsAndOneWithTheKeyKnownASingleOne() {
        var avant = bao.demandes(moteur + "/");
        signataire.signe(String::getBytes).await().indefinitely();
        var deux = bao.demandes(moteur + "/") - avant;
        signataire.signe(new byte[] {1}).await().indefinitely();

        assertThat(deux).isEqualTo(2);
        assertThat(bao.demandes(moteur + "/") - avant).isEqualTo(3);
    }

    @Test
    void withoutVaultNothingIsSignedAndNobodyIsNamed() {
        var ailleurs = signataire(URI.create("http://127.0.0.1:1"));

        assertThatThrownBy(() -> ailleurs.signe(String::getBytes).await().indefinitely())
                .isInstanceOf(ClesIndisponibles.class);
        assertThatThrownBy(ailleurs::cle).isInstanceOf(ClesIndisponibles.class);
    }
}
