package fr.gouv.apprentissage.bal.scellement;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A holder whose keys are known ({@code SHA-256("bal-test <genre> <version>")}, wrapped as that text) and which can be out of reach, refuse, or
 * hang.
 */
final class DetenteurDeTest implements KeyHolder {

    final Set<CleMaitresse> refusees = EnumSet.noneOf(CleMaitresse.class);
    final AtomicInteger appels = new AtomicInteger();
    volatile boolean horsDAtteinte;
    volatile CountDownLatch bloque = new CountDownLatch(0);

    static byte[] enveloppe(String genre, int version) {
        return (genre + " " + version).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] nouvelle(CleMaitresse maitresse) {
        repond(maitresse);
        return enveloppe("nouvelle " + maitresse + " " + appels.get(), 1);
    }

    @Override
    public byte[] deballe(CleMaitresse maitresse, byte[] enveloppe) {
        repond(maitresse);
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update("bal-test ".getBytes(StandardCharsets.UTF_8));
            return sha.digest(enveloppe);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<byte[]> renveloppe(CleMaitresse maitresse, List<byte[]> enveloppes) {
        repond(maitresse);
        return enveloppes;
    }

    private void repond(CleMaitresse maitresse) {
        appels.incrementAndGet();
        try {
            bloque.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClesIndisponibles("interrompu");
        }
        if (horsDAtteinte) {
            throw new ClesIndisponibles("détenteur coupé par le test");
        }
        if (refusees.contains(maitresse)) {
            throw new ClesRefusees(maitresse.nom() + " refusée par le test");
        }
    }
}
