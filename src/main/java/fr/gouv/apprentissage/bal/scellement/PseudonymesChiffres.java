package fr.gouv.apprentissage.bal.scellement;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.OptionalLong;

/** Ids and cursors under keys derived for each client from the pseudonym key. Their first byte is that key's version. */
@Singleton
final class PseudonymesChiffres implements Pseudonymes {

    private static final int VERSION_MAXIMALE = 255;

    private final Trousseau trousseau;
    private final Curseurs curseurs;

    @Inject
    PseudonymesChiffres(Trousseau trousseau) {
        this(trousseau, new SecureRandom());
    }

    PseudonymesChiffres(Trousseau trousseau, SecureRandom hasard) {
        this.trousseau = trousseau;
        this.curseurs = new Curseurs(hasard);
    }

    @Override
    public String id(String client, String type, long interne) {
        var maintenant = trousseau.maintenant();
        var cle = courante(maintenant);
        return Ids.ecris((byte) cle.version(), cle.moteurs(maintenant), client, type, interne);
    }

    @Override
    public OptionalLong interne(String client, String type, String id) {
        var octets = Ids.octets(id);
        if (octets.length == 0) {
            return OptionalLong.empty();
        }
        var cle = trousseau.pseudonymes().version(Byte.toUnsignedInt(octets[0]));
        return cle.isPresent()
                ? Ids.lis(octets, cle.get().moteurs(trousseau.maintenant()), client, type)
                : OptionalLong.empty();
    }

    @Override
    public String curseur(String client, byte[] lien, byte[] position) {
        var maintenant = trousseau.maintenant();
        var cle = courante(maintenant);
        return curseurs.ecris((byte) cle.version(), cle.moteurs(maintenant), client, lien, position, maintenant);
    }

    @Override
    public Optional<byte[]> position(String client, byte[] lien, String curseur) {
        var maintenant = trousseau.maintenant();
        return curseurs.octets(curseur, maintenant).flatMap(octets -> trousseau
                .pseudonymes()
                .version(Byte.toUnsignedInt(octets[0]))
                .flatMap(cle -> curseurs.lis(octets, cle.moteurs(maintenant), client, lien)));
    }

    private CleVive courante(long maintenant) {
        var cle = trousseau.pseudonymes().courante(maintenant);
        if (cle.version() > VERSION_MAXIMALE) {
            throw new IllegalStateException("la clé des pseudonymes a épuisé ses 255 versions");
        }
        return cle;
    }
}
