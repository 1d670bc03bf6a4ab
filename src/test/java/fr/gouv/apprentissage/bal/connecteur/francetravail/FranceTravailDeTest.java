package fr.gouv.apprentissage.bal.connecteur.francetravail;

import fr.gouv.apprentissage.bal.embarque.generateur.OffreGeneree;
import fr.gouv.apprentissage.bal.embarque.simulateur.OptionsFranceTravail;
import fr.gouv.apprentissage.bal.embarque.simulateur.SimulateurFranceTravail;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import fr.gouv.apprentissage.bal.ingestion.ConnecteurDeFaits.LectureDePart;
import fr.gouv.apprentissage.bal.ingestion.ConnecteurDeFaits.LigneDeFait;
import fr.gouv.apprentissage.bal.ingestion.sortie.SortieDeTest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A France Travail that lists what a test tells it to, a connector that asks it, and a database that keeps the dates. */
final class FranceTravailDeTest implements AutoCloseable {

    static final Clock HORLOGE = Clock.fixed(Offres.MAINTENANT, ZoneOffset.UTC);

    private final List<OffreGeneree> offres = new CopyOnWriteArrayList<>();
    private final List<LigneDeFait> lignes = new ArrayList<>();
    private final Reessais reessais = new Reessais(3);
    private final Map<String, Runnable> avant = new ConcurrentHashMap<>();
    private final Clock horloge;
    private final Limites limites;
    private final Duration delai;
    private final SimulateurFranceTravail simulateur;
    private final ConnecteurFranceTravail connecteur;

    FranceTravailDeTest() {
        this(HORLOGE, Limites.DOCUMENTEES, Duration.ofSeconds(20));
    }

    /** One with small pages and a near wall. */
    FranceTravailDeTest(int page, int mur) {
        this(HORLOGE, new Limites(page, mur), Duration.ofSeconds(20));
    }

    FranceTravailDeTest(Clock horloge, Limites limites, Duration delai) {
        this(horloge, limites, delai, Optional.empty());
    }

    /** One that reads these départements alone. */
    FranceTravailDeTest(Clock horloge, Limites limites, Duration delai, Optional<List<String>> departements) {
        simulateur = SimulateurFranceTravail.demarre(
                maintenant -> offres,
                OptionsFranceTravail.sansLimite(horloge).avecLimites(limites.page(), limites.mur()));
        this.horloge = horloge;
        this.limites = limites;
        this.delai = delai;
        connecteur = connecteur(departements, client());
        BaseDIngestion.execute("truncate offre");
    }

    private Guichet client() {
        var compte = simulateur.options().compte();
        var acces = new ClientFranceTravail.Acces(
                URI.create(simulateur.url()),
                URI.create(simulateur.connexion()),
                compte.utilisateur(),
                compte.secret());
        return new ClientFranceTravail(
                () -> acces, SortieDeTest.vers(simulateur.url(), delai, horloge), limites, horloge);
    }

    /** One that reads these départements of the simulator. */
    ConnecteurFranceTravail connecteur(List<String> departements) {
        var client = client();
        return connecteur(departements, (recherche, debut) -> {
            Optional.ofNullable(avant.remove(recherche.departement())).ifPresent(Runnable::run);
            return client.page(recherche, debut);
        });
    }

    /** One that reads these départements of another source. */
    ConnecteurFranceTravail connecteur(List<String> departements, Guichet guichet) {
        return connecteur(Optional.of(departements), guichet);
    }

    /** Does this once, before the first page of that département is asked for. */
    void avantDeLire(String departement, Runnable action) {
        avant.put(departement, action);
    }

    private ConnecteurFranceTravail connecteur(Optional<List<String>> departements, Guichet guichet) {
        return new ConnecteurFranceTravail(
                new ConfigFranceTravail(departements),
                () -> true,
                guichet,
                limites,
                reessais,
                new OffreStore(BaseDIngestion.laMeme()),
                horloge);
    }

    SimulateurFranceTravail simulateur() {
        return simulateur;
    }

    ConnecteurFranceTravail connecteur() {
        return connecteur;
    }

    Reessais reessais() {
        return reessais;
    }

    void liste(Collection<OffreGeneree> autres) {
        offres.clear();
        offres.addAll(autres);
    }

    List<OffreGeneree> offres() {
        return offres;
    }

    LectureDePart lis(String departement) {
        lignes.clear();
        return connecteur.lis(departement, lignes::add);
    }

    /** What the last reading gave. */
    List<LigneDeFait> lignes() {
        return lignes;
    }

    List<String> signalements() {
        return lignes.stream().flatMap(ligne -> ligne.signalements().stream()).toList();
    }

    static String base(String sql) {
        return BaseDIngestion.texte(sql);
    }

    @Override
    public void close() {
        simulateur.close();
    }
}
