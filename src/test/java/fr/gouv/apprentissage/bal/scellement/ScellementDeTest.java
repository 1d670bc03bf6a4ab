package fr.gouv.apprentissage.bal.scellement;

import fr.gouv.apprentissage.bal.declaration.Classe;
import fr.gouv.apprentissage.bal.identifiant.Pliage;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;

/**
 * Sealing that works, with fixed keys and without database or Quarkus, for the unit tests of any room: {@code ScellementDeTest.ouvert()}. Two of
 * them read each other's values.
 */
public final class ScellementDeTest {

    final Trousseau trousseau;
    final RegistreEnMemoire registre;
    final DetenteurDeTest detenteur;
    private final SecureRandom hasard;

    private ScellementDeTest(Clock horloge, SecureRandom hasard, ConfigDeTest config) {
        this(horloge, hasard, config, new DetenteurDeTest());
    }

    private ScellementDeTest(Clock horloge, SecureRandom hasard, ConfigDeTest config, DetenteurDeTest detenteur) {
        this.registre = cles();
        this.detenteur = detenteur;
        this.trousseau = new Trousseau(detenteur, registre, horloge, config);
        this.hasard = hasard;
        trousseau.ouvre();
    }

    public static ScellementDeTest ouvert() {
        return ouvert(Clock.systemUTC());
    }

    /** One to which the keys of that class are refused. */
    public static ScellementDeTest sans(Classe classe) {
        var detenteur = new DetenteurDeTest();
        detenteur.refusees.add(CleMaitresse.de(classe));
        return new ScellementDeTest(Clock.systemUTC(), new SecureRandom(), ConfigDeTest.PAR_DEFAUT, detenteur);
    }

    public static ScellementDeTest ouvert(Clock horloge) {
        return ouvert(horloge, new SecureRandom());
    }

    // Keys that nobody refreshes: a test that moves its clock by days still has them.
    static ScellementDeTest ouvert(Clock horloge, SecureRandom hasard) {
        return new ScellementDeTest(horloge, hasard, new ConfigDeTest(Duration.ofDays(36_500), Duration.ZERO));
    }

    /** With the durations that a process has by default. */
    static ScellementDeTest ouvertCommeUnProcessus(Clock horloge) {
        return new ScellementDeTest(horloge, new SecureRandom(), ConfigDeTest.PAR_DEFAUT);
    }

    public Scellement scellement() {
        return new Scelleur(trousseau, hasard);
    }

    public IndexAveugles index() {
        return new IndexHmac(trousseau);
    }

    public MarquesDeSuppression marques() {
        return new MarquesHmac(trousseau, scellement());
    }

    public Pseudonymes pseudonymes() {
        return new PseudonymesChiffres(trousseau, hasard);
    }

    /** The keys of version 1, all of them. */
    static RegistreEnMemoire cles() {
        var registre = new RegistreEnMemoire();
        for (var classe : Classe.values()) {
            inscris(registre, classe.name(), 1);
        }
        for (var genre : GenreIndex.values()) {
            inscris(registre, "INDEX:" + genre, 1);
        }
        inscris(registre, "INDEX:CONTRADICTION", 1);
        inscris(registre, "SUPPRESSION", 1);
        inscris(registre, "PSEUDONYME", 1);
        inscris(registre, Trousseau.EPOQUE, 1);
        return registre;
    }

    static void inscris(RegistreEnMemoire registre, String genre, int version) {
        var regles = genre.startsWith("INDEX:") || genre.equals("SUPPRESSION") ? Pliage.VERSION : 0;
        registre.inscris(genre, version, DetenteurDeTest.enveloppe(genre, version), regles);
    }
}
