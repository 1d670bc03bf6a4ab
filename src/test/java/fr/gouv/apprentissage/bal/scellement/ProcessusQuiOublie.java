package fr.gouv.apprentissage.bal.scellement;

import com.sun.management.HotSpotDiagnosticMXBean;
import fr.gouv.apprentissage.bal.declaration.Classe;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Run in a JVM of its own by {@link ImageDUnProcessus}: has all keys, uses every engine on several threads, lets the keys go in the way that it is
 * told, and writes a heap dump of its live objects. On its output: what it held, turned over.
 */
final class ProcessusQuiOublie {

    /** How keys go. */
    enum Fin {
        GARDEES,
        EXPIREES,
        REFUSEES,
        RETIREES
    }

    private static final Autorisation TOUT =
            Autorisation.deDecision(IntStream.rangeClosed(1, 65535).boxed().toList(), "test");
    private static final int ENREGISTREMENTS = 8;

    // In every form that is looked for: what finds it finds anything that is there.
    private static List<byte[]> temoin;

    private final HorlogeReglable horloge = new HorlogeReglable(Instant.parse("2026-03-01T08:00:00Z"));
    private final RegistreEnMemoire registre = new RegistreEnMemoire();
    private final Map<String, byte[]> tenus = new LinkedHashMap<>();
    private final DetenteurEcoute detenteur;
    private final Trousseau trousseau;

    private ProcessusQuiOublie(KeyHolder detenteur) {
        this.detenteur = new DetenteurEcoute(detenteur);
        this.trousseau = new Trousseau(this.detenteur, registre, horloge, ConfigDeTest.PAR_DEFAUT);
    }

    /**
     * @param arguments how keys go, where the dump goes, the class (a {@code Supplier<KeyHolder>} with a constructor without parameters) that gives
     *     the holder
     */
    @SuppressWarnings("unchecked")
    public static void main(String... arguments) throws Exception {
        var fournisseur = (Supplier<KeyHolder>)
                Class.forName(arguments[2]).getDeclaredConstructor().newInstance();
        var processus = new ProcessusQuiOublie(fournisseur.get());
        processus.sert();
        processus.oublie(Fin.valueOf(arguments[0]));
        var octets = new byte[Moteurs.CLE];
        new SecureRandom().nextBytes(octets);
        temoin = ImageMemoire.formes(octets);
        processus.tenus.put("temoin", ImageMemoire.retourne(octets));
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(arguments[1], true);
        if (temoin.isEmpty()) {
            throw new IllegalStateException("le témoin a disparu");
        }
        processus.tenus.forEach(
                (nom, retourne) -> System.out.println(nom + "=" + HexFormat.of().formatHex(retourne)));
        System.out.flush();
        // A client of Vault leaves threads behind.
        Runtime.getRuntime().halt(0);
    }

    private void sert() throws Exception {
        trousseau.ouvre();
        var fils = Executors.newFixedThreadPool(4);
        for (var tache : fils.invokeAll(IntStream.rangeClosed(1, ENREGISTREMENTS)
                .mapToObj(id -> Executors.callable(() -> sert(id)))
                .toList())) {
            tache.get();
        }
        fils.shutdown();
        for (int i = 0; i < detenteur.retournees().size(); i++) {
            tenus.put("cle " + i, detenteur.retournees().get(i));
        }
        etats();
    }

    private void sert(long id) {
        var scellement = new Scelleur(trousseau);
        var neuve = scellement.nouvelle(id);
        var cle = scellement.cle(id, neuve.epoque(), neuve.enveloppe());
        for (var classe : Classe.values()) {
            var champ = new ChampScelle<>(1, classe, FicheDeTest.TEXTE.forme());
            var stocke = scellement.scelle(cle, champ, Sealed.recu("Zoé"));
            scellement.memeValeur(cle, champ, Sealed.recu("Zoé"), stocke);
            scellement.ouvre(TOUT, cle, champ, stocke);
        }
        var index = new IndexHmac(trousseau);
        index.empreintes(GenreIndex.INE, List.of(Sealed.recu("0123456789A")));
        index.contradiction(index.empreinte(GenreIndex.INE, List.of(Sealed.recu("0123456789A"))), Sealed.recu("F"));
        var pseudonymes = new PseudonymesChiffres(trousseau);
        pseudonymes.interne("lba", "Contrat", pseudonymes.id("lba", "Contrat", id));
        pseudonymes.position("lba", new byte[4], pseudonymes.curseur("lba", new byte[4], new byte[8]));
        derivees(id, neuve);
    }

    /** What is derived, made once more by the engines themselves. */
    private void derivees(long id, CleEnregistrement cle) {
        var maintenant = trousseau.maintenant();
        var epoque = trousseau.epoques().courante(maintenant).moteurs(maintenant);
        byte[] secret;
        try {
            var associees = java.nio.ByteBuffer.allocate(12)
                    .putInt(cle.epoque())
                    .putLong(id)
                    .array();
            secret = epoque.dechiffre(epoque.cle(), associees, cle.enveloppe(), 0);
        } catch (javax.crypto.AEADBadTagException e) {
            throw new IllegalStateException(e);
        }
        tiens("secret " + id, secret);
        for (var classe : Classe.values()) {
            var moteurs = trousseau.classe(classe).courante(maintenant).moteurs(maintenant);
            tiens("chiffrement " + classe + " " + id, moteurs.derive(ascii("bal/1/cle\0"), secret));
            tiens("empreintes " + classe + " " + id, moteurs.derive(ascii("bal/1/empreinte\0"), secret));
        }
        var pseudonyme = trousseau.pseudonymes().courante(maintenant).moteurs(maintenant);
        tiens("id", pseudonyme.derive(ascii("bal/1/id\0lba"), new byte[0]));
        var jour = maintenant / Duration.ofDays(1).toMillis();
        tiens("curseur", pseudonyme.derive(ascii("bal/1/curseur/" + jour + "\0lba"), new byte[0]));
    }

    /** The states from which HMACs go on: who has them does what who has the key does. */
    private void etats() throws ReflectiveOperationException {
        var maintenant = trousseau.maintenant();
        for (var classe : Classe.values()) {
            var moteurs = trousseau.classe(classe).courante(maintenant).moteurs(maintenant);
            var hmac = champ(Moteurs.class, moteurs, "hmac");
            for (var cote : List.of("interieur", "exterieur")) {
                tiens("etat " + cote + " " + classe, etat((MessageDigest) champ(Hmac.class, hmac, cote)));
            }
        }
    }

    private static byte[] etat(MessageDigest sha256) throws ReflectiveOperationException {
        var spi = champ(sha256.getClass().getSuperclass(), sha256, "digestSpi");
        var mots = (int[]) champ(spi.getClass().getSuperclass(), spi, "state");
        var octets = java.nio.ByteBuffer.allocate(mots.length * Integer.BYTES);
        for (var mot : mots) {
            octets.putInt(mot);
        }
        return octets.array();
    }

    private static Object champ(Class<?> type, Object objet, String nom) throws ReflectiveOperationException {
        var champ = type.getDeclaredField(nom);
        champ.setAccessible(true);
        return champ.get(objet);
    }

    private void oublie(Fin fin) {
        switch (fin) {
            case GARDEES -> horloge.avance(Duration.ofSeconds(1));
            case EXPIREES -> {
                detenteur.devient(DetenteurEcoute.Humeur.HORS_D_ATTEINTE);
                horloge.avance(Duration.ofMinutes(30));
                trousseau.entretiens();
                horloge.avance(Duration.ofMinutes(11));
                trousseau.laisseExpirer();
            }
            case REFUSEES -> {
                detenteur.devient(DetenteurEcoute.Humeur.REFUSE);
                horloge.avance(Duration.ofMinutes(31));
                trousseau.entretiens();
            }
            default -> {
                registre.lis().forEach(cle -> registre.retire(cle.genre(), cle.version()));
                detenteur.devient(DetenteurEcoute.Humeur.HORS_D_ATTEINTE);
                horloge.avance(Duration.ofMinutes(1));
                trousseau.entretiens();
            }
        }
    }

    private synchronized void tiens(String nom, byte[] octets) {
        tenus.put(nom, ImageMemoire.retourne(octets));
    }

    private static byte[] ascii(String texte) {
        return texte.getBytes(StandardCharsets.US_ASCII);
    }
}
