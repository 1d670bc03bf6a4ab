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
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A France Travail that lists what a test tells it to, a connector that asks it, and a database that keeps the dates. */
final class FranceTravailDeTest implements AutoCloseable {

    static final Clock HORLOGE = Clock.fixed(Offres.MAINTENANT, ZoneOffset.UTC);

    private final List<OffreGeneree> offres = new CopyOnWriteArrayList<>();
    private final List<LigneDeFait> lignes = new ArrayList<>();
    private final Reessais reessais = new Reessais(3);
    private final Optional<List<String>> departements;
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
        this.departements = departements;
        simulateur = SimulateurFranceTravail.demarre(
                maintenant -> offres,
                OptionsFranceTravail.sansLimite(horloge).avecLimites(limites.page(), limites.mur()));
        connecteur = connecteur(horloge, limites, delai);
        BaseDIngestion.execute("truncate offre");
    }

    private ConnecteurFranceTravail connecteur(Clock horloge, Limites limites, Duration delai) {
        var compte = simulateur.options().compte();
        var acces = new ClientFranceTravail.Acces(
                URI.create(simulateur.url()),
                URI.create(simulateur.connexion()),
                compte.utilisateur(),
                compte.secret());
        return new ConnecteurFranceTravail(
                new ConfigFranceTravail(departements),
                () -> true,
                new ClientFranceTravail(
                        () -> acces, SortieDeTest.vers(simulateur.url(), delai, horloge), limites, horloge),
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
