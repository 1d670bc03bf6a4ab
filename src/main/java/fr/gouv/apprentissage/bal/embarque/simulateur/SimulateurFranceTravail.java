package fr.gouv.apprentissage.bal.embarque.simulateur;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.gouv.apprentissage.bal.embarque.generateur.OffreGeneree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** France Travail as domain.md §4 tells of it, over HTTP on the loopback address, with the offers of a source and the faults that it is told to have. */
public final class SimulateurFranceTravail implements AutoCloseable {

    private static final String CONNEXION = "/connexion/oauth2/access_token";
    private static final String API = "/partenaire/offresdemploi";
    private static final String RECHERCHE = API + "/v2/offres/search";
    private static final String DEFI = "Bearer";

    /** Newest first. */
    private static final Comparator<OffreGeneree> ORDRE =
            Comparator.comparing(OffreGeneree::creation).reversed().thenComparing(OffreGeneree::id);

    private final Function<Instant, List<OffreGeneree>> source;
    private final OptionsFranceTravail options;
    private final ReglesFranceTravail regles;
    private final JetonsSimules jetons;
    private final Debit debit;
    private final Cadence cadence = new Cadence();
    private final AtomicInteger accordes = new AtomicInteger();
    private final Pannes<DemandeOffres> pannes = new Pannes<>();
    private final List<DemandeOffres> demandes = new ArrayList<>();
    private final Map<DemandeOffres, Integer> essais = new HashMap<>();
    private final ExecutorService fils;
    private final HttpServer serveur;

    private SimulateurFranceTravail(Function<Instant, List<OffreGeneree>> source, OptionsFranceTravail options)
            throws IOException {
        this.source = source;
        this.options = options;
        this.regles = new ReglesFranceTravail(options);
        this.jetons = new JetonsSimules(options.compte(), options.jeton(), options.horloge());
        this.debit = new Debit(options.debit());
        this.fils = Executors.newFixedThreadPool(4, tache -> {
            var fil = new Thread(tache, "simulateur-francetravail");
            fil.setDaemon(true);
            return fil;
        });
        this.serveur = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()), 0);
        serveur.setExecutor(fils);
        serveur.createContext("/", echange -> new Echange(echange).refuse(new Refus(404, "Chemin inconnu"), DEFI));
        serveur.createContext(CONNEXION, echange -> sert(echange, this::accorde));
        serveur.createContext(RECHERCHE, echange -> sert(echange, this::cherche));
        serveur.start();
    }

    /**
     * Starts one.
     *
     * @param source what stands at a moment, in any order
     * @throws UncheckedIOException when the port is taken
     */
    public static SimulateurFranceTravail demarre(
            Function<Instant, List<OffreGeneree>> source, OptionsFranceTravail options) {
        try {
            return new SimulateurFranceTravail(source, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Port on which it listens. */
    public int port() {
        return serveur.getAddress().getPort();
    }

    /** Base address of the API, without a final slash. */
    public String url() {
        return "http://127.0.0.1:" + port() + API;
    }

    /** Where tokens are asked for. */
    public String connexion() {
        return "http://127.0.0.1:" + port() + CONNEXION;
    }

    /** Account and limits that it runs with. */
    public OptionsFranceTravail options() {
        return options;
    }

    /** Faults that its search has. */
    public Pannes<DemandeOffres> pannes() {
        return pannes;
    }

    /** The searches that were understood since it started, in their order, those that met a fault included. */
    public List<DemandeOffres> demandes() {
        synchronized (demandes) {
            return List.copyOf(demandes);
        }
    }

    /** How many tokens it gave. */
    public int jetons() {
        return accordes.get();
    }

    /** Takes all tokens back, before their end. */
    public void revoqueLesJetons() {
        jetons.oublie();
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

    @FunctionalInterface
    private interface Service {

        void sert(HttpExchange echange) throws IOException, Refus;
    }

    private void sert(HttpExchange echange, Service service) throws IOException {
        cadence.note(System.nanoTime());
        try {
            if (!debit.passe(System.nanoTime())) {
                throw new Refus(429, "Trop de demandes : " + options.debit() + " par seconde au plus", 1);
            }
            service.sert(echange);
        } catch (Refus refus) {
            new Echange(echange).refuse(refus, DEFI);
        }
    }

    private void accorde(HttpExchange echange) throws IOException, Refus {
        var requete = Requete.de(echange, 1);
        var portee = "application_" + options.compte().utilisateur() + " api_offresdemploiv2 o2dsoffre";
        if (!requete.parametre("realm").equals("/partenaire")) {
            throw new Refus(400, "invalid_realm");
        }
        if (!portee.equals(requete.formulaire().get("scope"))) {
            throw new Refus(400, "invalid_scope");
        }
        var reponse = JsonNodeFactory.instance
                .objectNode()
                .put("scope", portee)
                .put("expires_in", jetons.secondes())
                .put("token_type", "Bearer")
                .put("access_token", jetons.accorde(requete));
        accordes.incrementAndGet();
        new Echange(echange).repond(octets(reponse.toString()));
    }

    private void cherche(HttpExchange echange) throws IOException, Refus {
        var requete = Requete.de(echange, 1);
        jetons.exige(requete);
        var demande = note(regles.lit(requete));
        var panne = pannes.pour(demande);
        if (panne.filter(Panne.DemandeRefusee.class::isInstance).isPresent()) {
            throw new Refus(400, "Valeur d'un paramètre incorrecte.");
        }
        var trouvees = source.apply(options.horloge().instant()).stream()
                .filter(demande::trouve)
                .sorted(ORDRE)
                .toList();
        var total = trouvees.size()
                + panne.map(une -> une instanceof Panne.AutrePagination autre ? autre.taillePage() : 0)
                        .orElse(0);
        var debut = panne.filter(Panne.PageRepetee.class::isInstance).isPresent() ? 0 : demande.debut();
        var page = trouvees.subList(
                Math.min(debut, trouvees.size()),
                Math.min(debut + demande.fin() - demande.debut() + 1, trouvees.size()));
        if (panne.isEmpty() && page.isEmpty()
                || panne.filter(Panne.JourneeVide.class::isInstance).isPresent()) {
            echange.getResponseHeaders().set("Content-Range", "offres */" + total);
            echange.sendResponseHeaders(204, -1);
            echange.close();
            return;
        }
        var plage = "offres %d-%d/%d".formatted(demande.debut(), demande.debut() + page.size() - 1, total);
        echange.getResponseHeaders().set("Content-Range", plage);
        echange.getResponseHeaders().set("Accept-Range", String.valueOf(options.page()));
        var statut = page.size() == total ? 200 : 206;
        var corps =
                corps(page, panne.filter(Panne.SansContrats.class::isInstance).isEmpty());
        if (panne.filter(SimulateurFranceTravail::deTous).isPresent()) {
            new Echange(echange).tombe(panne.get(), corps);
        } else {
            new Echange(echange).envoie(statut, Echange.JSON, corps);
        }
    }

    /** Whether a fault is one that all sources have; what this one alone has shows in the page. */
    private static boolean deTous(Panne panne) {
        return !(panne instanceof Panne.PageRepetee
                || panne instanceof Panne.SansContrats
                || panne instanceof Panne.AutrePagination);
    }

    private DemandeOffres note(DemandeOffres premiere) {
        synchronized (demandes) {
            var demande = premiere.essai(essais.merge(premiere, 1, Integer::sum));
            demandes.add(demande);
            return demande;
        }
    }

    private static byte[] corps(List<OffreGeneree> page, boolean avecListe) {
        var racine = JsonNodeFactory.instance.objectNode();
        if (avecListe) {
            var liste = racine.putArray("resultats");
            page.forEach(offre -> liste.add(offre.json()));
        }
        racine.putArray("filtresPossibles");
        return octets(racine.toString());
    }

    private static byte[] octets(String texte) {
        return texte.getBytes(StandardCharsets.UTF_8);
    }
}
