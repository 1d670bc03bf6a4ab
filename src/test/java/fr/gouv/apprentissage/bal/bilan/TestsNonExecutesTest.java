package fr.gouv.apprentissage.bal.bilan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class TestsNonExecutesTest {

    @Test
    void whatDidNotRunIsCountedWithItsReasons() {
        assertThat(sortie(Entier.class, UneClasse.class, DesTests.class))
                .isEqualTo("NON EXÉCUTÉ : 4 tests (2 : fichier absent ; 2 : node absent)" + System.lineSeparator());
    }

    @Test
    void nothingIsSaidWhenAllRan() {
        assertThat(sortie(Entier.class)).isEmpty();
    }

    @Test
    void thePlatformFindsIt() {
        assertThat(ServiceLoader.load(TestExecutionListener.class))
                .anyMatch(ecouteur -> ecouteur instanceof TestsNonExecutes);
    }

    private static String sortie(Class<?>... classes) {
        var octets = new ByteArrayOutputStream();
        var vers = new PrintStream(octets, true, UTF_8);
        var sansAutre = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .addTestExecutionListeners(new TestsNonExecutes(() -> vers))
                .build();
        var demande = LauncherDiscoveryRequestBuilder.request();
        for (var classe : classes) {
            demande.selectors(selectClass(classe));
        }
        LauncherFactory.create(sansAutre).execute(demande.build());
        return octets.toString(UTF_8);
    }

    static class Entier {
        @Test
        void court() {}
    }

    static class UneClasse {
        @BeforeAll
        static void cherche() {
            abort("fichier absent");
        }

        @Test
        void premier() {}

        @Test
        void second() {}
    }

    static class DesTests {
        @Test
        void premier() {
            abort("node absent");
        }

        @Test
        void second() {
            abort("node absent");
        }
    }
}
