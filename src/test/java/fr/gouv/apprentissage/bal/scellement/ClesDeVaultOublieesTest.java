package fr.gouv.apprentissage.bal.scellement;

import fr.gouv.apprentissage.bal.coffre.AccesBao;
import fr.gouv.apprentissage.bal.coffre.AvecBao;
import fr.gouv.apprentissage.bal.coffre.PolitiqueDeDocs;
import fr.gouv.apprentissage.bal.coffre.ServeurBao;
import fr.gouv.apprentissage.bal.scellement.ProcessusQuiOublie.Fin;
import fr.gouv.apprentissage.bal.scellement.vault.Coffre;
import fr.gouv.apprentissage.bal.scellement.vault.VaultKeyHolder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same for keys that came from a real OpenBao: once they have gone, no live object of the client, of its JSON or of its connections, which are
 * all still there, has what was answered.
 */
@AvecBao
class ClesDeVaultOublieesTest {

    private static final AtomicInteger ESSAIS = new AtomicInteger();

    @TempDir
    private Path dossier;

    private final ServeurBao bao = ServeurBao.partage();

    /** Vault, as the process is told by its options. */
    static final class Vault implements Supplier<KeyHolder> {
        @Override
        public KeyHolder get() {
            var client = AccesBao.parJeton(
                    URI.create(System.getProperty("bal.test.coffre")), System.getProperty("bal.test.jeton"));
            return new VaultKeyHolder(
                    new Coffre(client, System.getProperty("bal.test.moteur"), Duration.ofSeconds(10)));
        }
    }

    static Stream<Path> jvms() {
        return Jvms.toutes();
    }

    static Stream<Arguments> fins() {
        return jvms().flatMap(jvm ->
                Stream.of(Fin.EXPIREES, Fin.REFUSEES, Fin.RETIREES).map(fin -> Arguments.of(jvm, fin)));
    }

    @ParameterizedTest
    @MethodSource("fins")
    void whatVaultAnsweredIsInNoHeapDump(Path jvm, Fin fin) throws Exception {
        image(jvm, fin).assertRienNeReste();
    }

    @ParameterizedTest
    @MethodSource("jvms")
    void keysThatServeAreFound(Path jvm) throws Exception {
        image(jvm, Fin.GARDEES).assertToutEstLa();
    }

    private ImageDUnProcessus image(Path jvm, Fin fin) throws Exception {
        var moteur = bao.moteur("essai-oubli-" + ESSAIS.incrementAndGet());
        var jeton = bao.jeton(moteur, PolitiqueDeDocs.duProcessus(moteur), Duration.ofHours(1));
        return ImageDUnProcessus.de(
                jvm,
                dossier,
                fin,
                Vault.class,
                List.of(
                        "-Dbal.test.coffre=" + bao.adresse(),
                        "-Dbal.test.jeton=" + jeton,
                        "-Dbal.test.moteur=" + moteur));
    }
}
