package fr.gouv.apprentissage.bal.embarque.simulateur;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A source that answers JSON over HTTP on the loopback address: its rate, its faults, and what it was asked. What it answers, each source says. */
public abstract class SimulateurHttp implements AutoCloseable {

    private final Pannes<Requete> pannes = new Pannes<>();
    private final Cadence cadence = new Cadence();
    private final Debit debit;
    private final List<Requete> demandes = new ArrayList<>();
    private final Map<String, Integer> essais = new HashMap<>();
    private final ExecutorService fils;
    private final HttpServer serveur;

    /**
     * Starts it.
     *
     * @param port 0: any free one
     * @param parSeconde requests in any second; beyond: 429
     * @throws UncheckedIOException when the port is taken
     */
    SimulateurHttp(String nom, int port, int parSeconde) {
        this.debit = new Debit(parSeconde);
        this.fils = Executors.newFixedThreadPool(8, tache -> {
            var fil = new Thread(tache, "simulateur-" + nom);
            fil.setDaemon(true);
            return fil;
        });
        try {
            this.serveur = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException portPris) {
            fils.shutdownNow();
            throw new UncheckedIOException(portPris);
        }
        serveur.setExecutor(fils);
        serveur.createContext("/", this::sert);
        serveur.start();
    }

    /** What it answers when nothing is wrong: JSON. */
    abstract String reponse(Requete requete) throws Refus;

    /** Base address, without a final slash. */
    public final String url() {
        return "http://127.0.0.1:" + port();
    }

    /** Port on which it listens. */
    public final int port() {
        return serveur.getAddress().getPort();
    }

    /** Faults that it has. */
    public final Pannes<Requete> pannes() {
        return pannes;
    }

    /** The requests since it started, in their order, those that were refused or met a fault included. */
    public final List<Requete> demandes() {
        synchronized (demandes) {
            return List.copyOf(demandes);
        }
    }

    /** The greatest number of requests that came within any second, those that were refused included. */
    public final int plusForteCadence() {
        return cadence.plusForte();
    }

    @Override
    public void close() {
        serveur.stop(0);
        fils.shutdownNow();
    }

    private void sert(HttpExchange http) throws IOException {
        cadence.note(System.nanoTime());
        var echange = new Echange(http);
        try {
            var requete = note(http);
            if (!debit.passe(System.nanoTime())) {
                throw new Refus(429, "Trop de demandes", 1);
            }
            var panne = pannes.pour(requete);
            if (panne.isPresent()) {
                echange.tombe(panne.get(), octets(reponse(requete)));
            } else {
                echange.repond(octets(reponse(requete)));
            }
        } catch (Refus refus) {
            echange.refuse(refus, "Bearer");
        }
    }

    private Requete note(HttpExchange http) throws IOException {
        synchronized (demandes) {
            var requete = Requete.de(http, essais.merge(http.getRequestURI().getPath(), 1, Integer::sum));
            demandes.add(requete);
            return requete;
        }
    }

    private static byte[] octets(String texte) {
        return texte.getBytes(StandardCharsets.UTF_8);
    }
}
