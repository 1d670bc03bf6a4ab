package fr.gouv.apprentissage.bal.scellement;

import fr.gouv.apprentissage.bal.coffre.ServeurBao;
import fr.gouv.apprentissage.bal.scellement.vault.Coffre;
import fr.gouv.apprentissage.bal.scellement.vault.CoffreConfig;
import fr.gouv.apprentissage.bal.scellement.vault.EpoquesVaultConfig;
import fr.gouv.apprentissage.bal.scellement.vault.VaultGardien;
import fr.gouv.apprentissage.bal.scellement.vault.VaultKeyHolder;
import io.quarkus.vault.client.VaultClient;
import io.vertx.mutiny.sqlclient.Pool;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
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

    /** With its master keys at Vault, and the login that turns epochs. */
    public static ProcessusDEpoques surVault(
            Pool pool, VaultClient service, String moteur, EpoquesVaultConfig identite) {
        var config = new CoffreDeTest(moteur, Duration.ofSeconds(10));
        return new ProcessusDEpoques(
                pool,
                new VaultKeyHolder(new Coffre(service, moteur, config.delai())),
                VaultGardien.avec(service, config, identite)
                        .<GardienDesEpoques>map(gardien -> gardien)
                        .orElseGet(() -> new GardienAbsent("aucune identité")));
    }

    private record CoffreDeTest(String moteur, Duration delai) implements CoffreConfig {}

    /** A login that turns epochs. */
    public record IdentiteDeTest(
            Optional<String> token, Optional<String> roleId, Optional<String> secretId, String montage)
            implements EpoquesVaultConfig {

        /** By a token. */
        public static IdentiteDeTest jeton(String jeton) {
            return new IdentiteDeTest(Optional.of(jeton), Optional.empty(), Optional.empty(), "approle");
        }

        /** By an AppRole. */
        public static IdentiteDeTest appRole(ServeurBao.AppRole role) {
            return new IdentiteDeTest(Optional.empty(), Optional.of(role.id()), Optional.of(role.secret()), "approle");
        }
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
