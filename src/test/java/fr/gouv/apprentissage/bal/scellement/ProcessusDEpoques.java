package fr.gouv.apprentissage.bal.scellement;

import io.vertx.mutiny.sqlclient.Pool;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Set;

/** The keys of one process on a real database, for the tests of other rooms: as many as a test wants. */
public final class ProcessusDEpoques {

    private static final Autorisation TOUT = Autorisation.deDecision(Set.of(FicheDeTest.TEXTE.numero()), "test");

    private final Trousseau trousseau;
    private final Scellement scellement;
    private final Epoques epoques;

    private ProcessusDEpoques(Pool pool, KeyHolder detenteur, GardienDesEpoques gardien) {
        this.trousseau = new Trousseau(detenteur, new TablesDesCles(pool), Clock.systemUTC(), ConfigDeTest.PAR_DEFAUT);
        this.scellement = new Scelleur(trousseau);
        this.epoques = new Epoques(detenteur, gardien, trousseau);
        trousseau.ouvre();
    }

    /** With its master keys in this file. */
    public static ProcessusDEpoques surFichier(Pool pool, Path fichier) {
        var hasard = new SecureRandom();
        return new ProcessusDEpoques(pool, new FileKeyHolder(fichier, hasard), new GardienDuFichier(fichier, hasard));
    }

    /** With its master keys in this file, and without the right over epochs. */
    public static ProcessusDEpoques sansGardien(Pool pool, Path fichier) {
        return new ProcessusDEpoques(
                pool, new FileKeyHolder(fichier, new SecureRandom()), new GardienAbsent("pas dans ce test"));
    }

    /** With these holders. */
    public static ProcessusDEpoques avec(Pool pool, KeyHolder detenteur, GardienDesEpoques gardien) {
        return new ProcessusDEpoques(pool, detenteur, gardien);
    }

    public Scellement scellement() {
        return scellement;
    }

    public Epoques epoques() {
        return epoques;
    }

    /** Reads the tables of keys, as a process does every 30 s. */
    public void relis() {
        trousseau.ouvre();
    }

    /** A value sealed under a record's secret. */
    public byte[] scelle(CleEnregistrement cle, String valeur) {
        return scellement.scelle(cle, FicheDeTest.TEXTE, Sealed.recu(valeur));
    }

    /** What it opens to. */
    public String ouvre(CleEnregistrement cle, byte[] stocke) {
        return scellement.ouvre(TOUT, cle, FicheDeTest.TEXTE, stocke);
    }
}
