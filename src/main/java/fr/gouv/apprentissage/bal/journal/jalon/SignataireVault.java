package fr.gouv.apprentissage.bal.journal.jalon;

import fr.gouv.apprentissage.bal.scellement.ClesIndisponibles;
import fr.gouv.apprentissage.bal.scellement.Panne;
import fr.gouv.apprentissage.bal.scellement.vault.Coffre;
import io.quarkus.vault.client.api.secrets.transit.VaultSecretsTransitKeyInfo;
import io.quarkus.vault.client.api.secrets.transit.VaultSecretsTransitSignParams;
import io.smallrye.mutiny.Uni;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;

/**
 * Signs with the key {@code bal-journal} of Vault, which it never sees: two calls for each signature, one of which tells the version that signs
 * now, so that the operator may turn the key at any time.
 */
public final class SignataireVault implements Signataire {

    /** The key's name in Vault. */
    public static final String CLE = "bal-journal";

    private record Version(int numero, ClePublique publique) {}

    private final Coffre coffre;
    private volatile Optional<Version> connue = Optional.empty();

    /** @param coffre where the key is; nothing is asked of it yet */
    public SignataireVault(Coffre coffre) {
        this.coffre = coffre;
    }

    /** Reads which version signs now. */
    public Uni<String> lis() {
        return courante().map(version -> version.publique().id());
    }

    /** @throws ClesIndisponibles when it has not been read yet */
    @Override
    public String cle() {
        return connue.orElseThrow(() ->
                        new ClesIndisponibles(Panne.HORS_D_ATTEINTE, CLE + " : sa clé publique n'a pas encore été lue"))
                .publique()
                .id();
    }

    @Override
    public Uni<byte[]> signe(byte[] octets) {
        return connue.map(version -> Uni.createFrom().item(version))
                .orElseGet(this::courante)
                .chain(version -> signe(version, octets));
    }

    @Override
    public Uni<Signe> signe(Function<String, byte[]> forme) {
        return courante().chain(version -> {
            var octets = forme.apply(version.publique().id());
            return signe(version, octets)
                    .map(signature -> new Signe(version.publique().id(), octets, signature));
        });
    }

    private Uni<byte[]> signe(Version version, byte[] octets) {
        var parametres = new VaultSecretsTransitSignParams().setInput(octets).setKeyVersion(version.numero());
        return coffre.interroge(CLE, transit -> transit.sign(CLE, parametres))
                .map(reponse -> octets(reponse.getSignature()))
                .onFailure()
                .invoke(() -> connue = Optional.empty());
    }

    private Uni<Version> courante() {
        return coffre.interroge(CLE, transit -> transit.readKey(CLE))
                .map(SignataireVault::version)
                .invoke(version -> connue = Optional.of(version));
    }

    private static Version version(VaultSecretsTransitKeyInfo cle) {
        var numero = cle.getLatestVersion();
        var version = cle.getKeys().get(numero.toString());
        return new Version(numero, ClePublique.brute(Base64.getDecoder().decode(version.getPublicKey())));
    }

    private static byte[] octets(String signature) {
        return Base64.getDecoder().decode(signature.substring(signature.lastIndexOf(':') + 1));
    }
}
