package fr.gouv.apprentissage.bal.scellement;

import fr.gouv.apprentissage.bal.declaration.Classe;
import fr.gouv.apprentissage.bal.identifiant.Pliage;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sealing that works, with fixed keys and without database or Quarkus, for the unit tests of any room: {@code ScellementDeTest.ouvert()}. Two of
 * them read each other's values.
 */
public final class ScellementDeTest {

    final Trousseau trousseau;
    final RegistreEnMemoire registre;
    final DetenteurDeTest detenteur;
    private final SecureRandom hasard;
    private final AtomicLong tirages = new AtomicLong();

    private ScellementDeTest(Clock horloge, SecureRandom hasard, ConfigDeTest config) {
        this.registre = cles();
        this.detenteur = new DetenteurDeTest();
        this.trousseau = new Trousseau(detenteur, registre, horloge, config);
        this.hasard = new SecureRandom() {
            @Override
            public void nextBytes(byte[] octets) {
                hasard.nextBytes(octets);
                if (tirages.decrementAndGet() == 0) {
                    Arrays.stream(Classe.values()).forEach(ScellementDeTest.this::perds);
                }
            }
        };
        trousseau.ouvre();
    }

    public static ScellementDeTest ouvert() {
        return ouvert(Clock.systemUTC());
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
        return new Scelleur(trousseau, hasard, new Nonces(hasard, 1));
    }

    /** The keys of this class go: the holder refused them. */
    public void perds(Classe classe) {
        trousseau.classe(classe).versions().forEach(cle -> cle.refusee(trousseau.maintenant()));
    }

    /** All class keys go once so many nonces and secrets were drawn: in the middle of what is being sealed. */
    public void perdsApres(int combien) {
        tirages.set(combien);
    }

    /** They come back. */
    public void retrouve(Classe classe) {
        trousseau
                .classe(classe)
                .versions()
                .forEach(cle -> cle.deballee(
                        detenteur.deballe(CleMaitresse.de(classe), cle.enveloppe()),
                        trousseau.maintenant(),
                        Duration.ofDays(36_500)));
    }

    public IndexAveugles index() {
        return new IndexHmac(trousseau);
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
        inscris(registre, "PSEUDONYME", 1);
        inscris(registre, Trousseau.EPOQUE, 1);
        return registre;
    }

    static void inscris(RegistreEnMemoire registre, String genre, int version) {
        var regles = genre.startsWith("INDEX:") ? Pliage.VERSION : 0;
        registre.inscris(genre, version, DetenteurDeTest.enveloppe(genre, version), regles);
    }
}
