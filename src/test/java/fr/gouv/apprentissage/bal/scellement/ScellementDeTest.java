package fr.gouv.apprentissage.bal.scellement;

import fr.gouv.apprentissage.bal.declaration.Classe;
import fr.gouv.apprentissage.bal.identifiant.Pliage;
import fr.gouv.apprentissage.bal.scellement.vault.Coffre;
import fr.gouv.apprentissage.bal.scellement.vault.VaultKeyHolder;
import io.vertx.mutiny.sqlclient.Pool;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sealing that works, with fixed keys and without database or Quarkus, for the unit tests of any room: {@code ScellementDeTest.ouvert()}. Two of
 * them read each other's values.
 */
public final class ScellementDeTest {

    final Trousseau trousseau;
    final RegistreEnMemoire registre;
    final DetenteurDeTest detenteur;
    private final KeyHolder cles;
    private final RegistreDesCles tables;
    private final Clock horloge;
    private final SecureRandom hasard;
    private final AtomicLong tirages = new AtomicLong();

    private ScellementDeTest(Clock horloge, SecureRandom hasard, ConfigDeTest config) {
        this(horloge, hasard, config, cles());
    }

    private ScellementDeTest(Clock horloge, SecureRandom hasard, ConfigDeTest config, RegistreEnMemoire registre) {
        this(horloge, hasard, config, registre, registre, new DetenteurDeTest());
    }

    private ScellementDeTest(
            Clock horloge,
            SecureRandom hasard,
            ConfigDeTest config,
            RegistreEnMemoire registre,
            RegistreDesCles tables,
            DetenteurDeTest detenteur) {
        this(horloge, hasard, config, registre, tables, detenteur, detenteur);
    }

    private ScellementDeTest(
            Clock horloge,
            SecureRandom hasard,
            ConfigDeTest config,
            RegistreEnMemoire registre,
            RegistreDesCles tables,
            DetenteurDeTest detenteur,
            KeyHolder cles) {
        this.registre = registre;
        this.tables = tables;
        this.detenteur = detenteur;
        this.cles = cles;
        this.horloge = horloge;
        this.trousseau = new Trousseau(cles, tables, horloge, config);
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

    /** One to which the keys of that class are refused. */
    public static ScellementDeTest sans(Classe classe) {
        var detenteur = new DetenteurDeTest();
        detenteur.refusees.add(CleMaitresse.de(classe));
        var cles = cles();
        return new ScellementDeTest(
                Clock.systemUTC(), new SecureRandom(), ConfigDeTest.PAR_DEFAUT, cles, cles, detenteur);
    }

    public static ScellementDeTest ouvert(Clock horloge) {
        return ouvert(horloge, new SecureRandom());
    }

    /**
     * A process whose wrapped keys stand in the database's tables: it shares versions with others on the same. Keys are made at first start, the
     * same material for the same text of wrapping.
     */
    public static ScellementDeTest enBase(Pool pool, Clock horloge) {
        return new ScellementDeTest(
                horloge,
                new SecureRandom(),
                ConfigDeTest.PAR_DEFAUT,
                new RegistreEnMemoire(),
                new TablesDesCles(pool),
                new DetenteurDeTest());
    }

    /** The same with its master keys at Vault. */
    public static ScellementDeTest auCoffre(Pool pool, Clock horloge, Coffre coffre) {
        return new ScellementDeTest(
                horloge,
                new SecureRandom(),
                ConfigDeTest.PAR_DEFAUT,
                new RegistreEnMemoire(),
                new TablesDesCles(pool),
                new DetenteurDeTest(),
                new VaultKeyHolder(coffre));
    }

    /** Puts the holder out of reach, or back. */
    public void coupe(boolean horsDAtteinte) {
        detenteur.horsDAtteinte = horsDAtteinte;
    }

    /** Reads the tables again now, as every replica does each 30 s. */
    public void relis() {
        trousseau.ouvre();
    }

    /** What is due: reading the tables, refreshing keys. */
    public void entretiens() {
        trousseau.entretiens();
    }

    /** How often the holder was asked. */
    public int appels() {
        return detenteur.appels.get();
    }

    // Keys that nobody refreshes: a test that moves its clock by days still has them.
    static ScellementDeTest ouvert(Clock horloge, SecureRandom hasard) {
        return new ScellementDeTest(horloge, hasard, new ConfigDeTest(Duration.ofDays(36_500), Duration.ZERO));
    }

    /** With the durations that a process has by default. */
    static ScellementDeTest ouvertCommeUnProcessus(Clock horloge) {
        return new ScellementDeTest(horloge, new SecureRandom(), ConfigDeTest.PAR_DEFAUT);
    }

    /** Every key goes, as when the holder refuses all of them; for good, where the clock does not move. */
    public void perdLesCles() {
        trousseau.lignees().forEach(lignee -> lignee.versions()
                .forEach(cle -> cle.refusee(trousseau.maintenant(), Panne.DROIT_REFUSE)));
    }

    public Scellement scellement() {
        return new Scelleur(trousseau, hasard, new Nonces(hasard, 1));
    }

    /** As a process seals: nonces drawn in lots. */
    public Scellement scellementParLots() {
        return new Scelleur(trousseau);
    }

    /** How its class keys turn. */
    public VersionsDeCles versions() {
        return new VersionsDeCles(cles, tables, trousseau, horloge);
    }

    /** How its blind indexes turn. */
    public GenerationsDIndex generations() {
        return new GenerationsDIndex(cles, tables, trousseau, horloge);
    }

    /** The keys of this class go: the holder refused them. */
    public void perds(Classe classe) {
        trousseau.classe(classe).versions().forEach(cle -> cle.refusee(trousseau.maintenant(), Panne.DROIT_REFUSE));
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

    public MarquesDeSuppression marques() {
        return new MarquesHmac(trousseau);
    }

    /** With rules of folding that a next version would have, beside those that are: {@code ph} is {@code f}. */
    public IndexAveugles indexAvecDeuxiemesRegles() {
        Function<String, String> nom = texte -> Pliage.nom(texte).replace("ph", "f");
        return new IndexHmac(
                trousseau,
                Map.of(
                        Pliage.VERSION,
                        Regles.CONNUES.get(Pliage.VERSION),
                        Pliage.VERSION + 1,
                        new Regles(
                                nom,
                                prenoms -> prenoms.stream().map(nom).collect(Collectors.joining()),
                                prenoms -> nom.apply(Pliage.premierPrenom(prenoms)))));
    }

    /** A generation of every kind of index, active from now on. */
    public void ouvreGeneration(int numero, int regles) {
        genres().forEach(genre -> registre.inscris(genre, numero, DetenteurDeTest.enveloppe(genre, numero), regles));
        trousseau.ouvre();
    }

    public void retireGeneration(int numero) {
        genres().forEach(genre -> registre.retire(genre, numero));
        trousseau.ouvre();
    }

    private static List<String> genres() {
        return Stream.concat(
                        Arrays.stream(GenreIndex.values()).map(genre -> "INDEX:" + genre),
                        Stream.of("INDEX:CONTRADICTION"))
                .toList();
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
