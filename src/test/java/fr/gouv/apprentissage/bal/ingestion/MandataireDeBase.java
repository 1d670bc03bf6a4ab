package fr.gouv.apprentissage.bal.ingestion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a process and its database: before the n-th thing that the process says, something may happen; or it tells a witness of each
 * transaction.
 */
public final class MandataireDeBase implements AutoCloseable {

    private final ServerSocket ecoute;
    private final int base;
    private final AtomicInteger reste = new AtomicInteger(-1);
    private final Optional<TemoinDeCommits> temoin;
    private volatile Runnable action = () -> {};

    /** @param base port of the database */
    public MandataireDeBase(int base) {
        this(base, Optional.empty());
    }

    /** One that tells of commits. */
    public MandataireDeBase(int base, TemoinDeCommits temoin) {
        this(base, Optional.of(temoin));
    }

    private MandataireDeBase(int base, Optional<TemoinDeCommits> temoin) {
        this.base = base;
        this.temoin = temoin;
        try {
            ecoute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        demon(this::accepte);
    }

    public int port() {
        return ecoute.getLocalPort();
    }

    /** Does this once, when the process has spoken so many times from now on; what it says next waits until it is done. */
    public void avant(int fois, Runnable quoi) {
        action = quoi;
        reste.set(fois);
    }

    /** Whether it is still to come. */
    public boolean attend() {
        return reste.getAndSet(-1) >= 0;
    }

    private void accepte() {
        while (!ecoute.isClosed()) {
            try {
                var process = ecoute.accept();
                var serveur = new Socket(InetAddress.getLoopbackAddress(), base);
                process.setTcpNoDelay(true);
                serveur.setTcpNoDelay(true);
                if (temoin.isPresent()) {
                    ecoute(process, serveur, new ConversationAvecLaBase(temoin.get()));
                } else {
                    demon(() -> transmet(process, serveur, true));
                    demon(() -> transmet(serveur, process, false));
                }
            } catch (IOException fermee) {
                return;
            }
        }
    }

    private static void ecoute(Socket processus, Socket serveur, ConversationAvecLaBase conversation) {
        demon(() -> jusquALaCoupure(
                processus,
                serveur,
                () -> conversation.duProcessus(processus.getInputStream(), serveur.getOutputStream())));
        demon(() -> jusquALaCoupure(
                processus,
                serveur,
                () -> conversation.deLaBase(serveur.getInputStream(), processus.getOutputStream())));
    }

    private interface Echange {

        void va() throws IOException;
    }

    private static void jusquALaCoupure(Socket processus, Socket serveur, Echange echange) {
        try (processus;
                serveur) {
            echange.va();
        } catch (IOException coupee) {
            return;
        }
    }

    private void transmet(Socket de, Socket vers, boolean duProcessus) {
        var tampon = new byte[64 * 1024];
        try (de;
                vers) {
            for (var lus = de.getInputStream().read(tampon);
                    lus >= 0;
                    lus = de.getInputStream().read(tampon)) {
                if (duProcessus && reste.get() >= 0 && reste.getAndDecrement() == 0) {
                    action.run();
                }
                vers.getOutputStream().write(tampon, 0, lus);
            }
        } catch (IOException coupee) {
            return;
        }
    }

    private static void demon(Runnable action) {
        var fil = new Thread(action, "mandataire");
        fil.setDaemon(true);
        fil.start();
    }

    @Override
    public void close() {
        try {
            ecoute.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
