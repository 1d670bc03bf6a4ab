package fr.gouv.apprentissage.bal.embarque.simulateur;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.gouv.apprentissage.bal.embarque.generateur.Extrait;
import fr.gouv.apprentissage.bal.embarque.generateur.SourceDeca;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** DECA as domain.md §2.1 tells of it, over HTTP on the loopback address, with the rows of a source and the faults that it is told to have. */
public final class SimulateurDeca implements AutoCloseable {

    private static final int JOURS_GARDES = 8;

    private record Tranche(Extrait extrait, LocalDate jour) {}

    private final SourceDeca source;
    private final OptionsSimulateur options;
    private final ReglesDeca regles;
    private final PannesDeca pannes = new PannesDeca();
    private final Cadence cadence = new Cadence();
    private final List<Demande> demandes = new ArrayList<>();
    private final Map<Demande, Integer> essais = new LinkedHashMap<>();
    private final Map<Tranche, List<JsonNode>> tranches = new LinkedHashMap<>();
    private final ExecutorService fils;
    private final HttpServer serveur;

    private SimulateurDeca(SourceDeca source, OptionsSimulateur options) throws IOException {
        this.source = source;
        this.options = options;
        this.regles = new ReglesDeca(options);
        this.fils = Executors.newFixedThreadPool(4, tache -> {
            var fil = new Thread(tache, "simulateur-deca");
            fil.setDaemon(true);
            return fil;
        });
        this.serveur = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()), 0);
        serveur.setExecutor(fils);
        serveur.createContext("/", echange -> new EchangeDeca(echange).refuse(new Refus(404, "Chemin inconnu")));
        for (var extrait : Extrait.values()) {
            serveur.createContext(extrait.chemin(), echange -> sert(extrait, echange));
        }
        serveur.start();
    }

    /**
     * Starts one.
     *
     * @throws UncheckedIOException when the port is taken
     */
    public static SimulateurDeca demarre(SourceDeca source, OptionsSimulateur options) {
        try {
            return new SimulateurDeca(source, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Port on which it listens. */
    public int port() {
        return serveur.getAddress().getPort();
    }

    /** Base address, without a final slash. */
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /** Accounts, rate and page size that it runs with. */
    public OptionsSimulateur options() {
        return options;
    }

    /** Faults that it has. */
    public PannesDeca pannes() {
        return pannes;
    }

    /** The requests that were understood since it started, in their order, those that met a fault included. */
    public List<Demande> demandes() {
        synchronized (demandes) {
            return List.copyOf(demandes);
        }
    }

    /** The greatest number of requests that came within any second, those that were refused included. */
    public int plusForteCadence() {
        return cadence.plusForte();
    }

    @Override
    public void close() {
        serveur.stop(0);
        fils.shutdownNow();
    }

    private void sert(Extrait extrait, HttpExchange echange) throws IOException {
        cadence.note(System.nanoTime());
        var reponse = new EchangeDeca(echange);
        try {
            reponse.verifieForme(extrait);
            regles.laissePasser(extrait, echange.getRequestHeaders().getFirst("Authorization"));
            var demande = note(regles.lit(extrait, echange.getRequestBody().readAllBytes()));
            var panne = pannes.pour(demande);
            if (panne.isPresent()) {
                reponse.tombe(panne.get(), demande, lignes(demande), options.taillePage());
            } else {
                reponse.repond(PageDeca.corps(lignes(demande), demande.page(), options.taillePage(), true));
            }
        } catch (Refus refus) {
            reponse.refuse(refus);
        }
    }

    private Demande note(Demande premier) {
        synchronized (demandes) {
            int essai = essais.merge(premier, 1, Integer::sum);
            var demande = new Demande(premier.extrait(), premier.debut(), premier.fin(), premier.page(), essai);
            demandes.add(demande);
            return demande;
        }
    }

    private List<JsonNode> lignes(Demande demande) {
        var lignes = new ArrayList<JsonNode>();
        for (var jour = demande.debut(); !jour.isAfter(demande.fin()); jour = jour.plusDays(1)) {
            lignes.addAll(lignes(new Tranche(demande.extrait(), jour)));
        }
        return lignes;
    }

    /** A day is asked for page by page: its rows are made once. */
    private List<JsonNode> lignes(Tranche tranche) {
        synchronized (tranches) {
            var connues = tranches.remove(tranche);
            var lignes = connues == null ? source.lignes(tranche.extrait(), tranche.jour()) : connues;
            tranches.put(tranche, lignes);
            if (tranches.size() > JOURS_GARDES) {
                tranches.remove(tranches.keySet().iterator().next());
            }
            return lignes;
        }
    }
}
