package fr.gouv.apprentissage.bal.passerelle.entree;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.graphql.spi.EventingService;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** SmallRye keeps the first instance over a live reload; the application's classes are then others. */
class BranchementTest {

    private final ClassLoader avant = Thread.currentThread().getContextClassLoader();

    @AfterEach
    void rend() {
        Thread.currentThread().setContextClassLoader(avant);
    }

    @Test
    void theInstanceOfThisApplicationDoesItsWorkItself() {
        var branchement = new Branchement();

        assertThat(branchement.actuel()).isSameAs(branchement);
    }

    @Test
    void afterALiveReloadTheClassOfTheApplicationOfNowDoesIt() {
        var ancien = new Branchement();
        var recharge = new Recharge(avant);
        Thread.currentThread().setContextClassLoader(recharge);

        var actuel = ancien.actuel();

        assertThat(actuel).isInstanceOf(EventingService.class).isNotInstanceOf(Branchement.class);
        assertThat(actuel.getClass().getClassLoader()).isSameAs(recharge);
    }

    /** Loads one class of ours anew, as a live reload does with all of them. */
    private static final class Recharge extends ClassLoader {

        Recharge(ClassLoader parent) {
            super(parent);
        }

        @Override
        protected Class<?> loadClass(String nom, boolean resous) throws ClassNotFoundException {
            if (!nom.equals(Branchement.class.getName())) {
                return super.loadClass(nom, resous);
            }
            try (var octets = getResourceAsStream(nom.replace('.', '/') + ".class")) {
                var classe = octets.readAllBytes();
                return defineClass(nom, classe, 0, classe.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(nom, e);
            }
        }
    }
}
