package fr.gouv.apprentissage.bal.scellement;

import fr.gouv.apprentissage.bal.declaration.Classe;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;

/** Sealing with the keys of the ring. Everything here is synchronous and in memory. */
@Singleton
final class Scelleur implements Scellement {

    private static final int ENVELOPPE = Moteurs.NONCE + Moteurs.CLE + Moteurs.SCEAU;

    private final Trousseau trousseau;
    private final SecureRandom hasard;
    private final Nonces nonces;
    private final Alterations alterations = new Alterations();

    @Inject
    Scelleur(Trousseau trousseau) {
        this(trousseau, new SecureRandom(), Nonces.parLots());
    }

    Scelleur(Trousseau trousseau, SecureRandom hasard, Nonces nonces) {
        this.trousseau = trousseau;
        this.hasard = hasard;
        this.nonces = nonces;
    }

    @Override
    public CleEnregistrement nouvelle(long enregistrement) {
        var maintenant = trousseau.maintenant();
        var epoque = trousseau.epoques().courante(maintenant);
        var moteurs = epoque.moteurs(maintenant);
        var secret = new byte[Moteurs.CLE];
        hasard.nextBytes(secret);
        var enveloppe = new byte[ENVELOPPE];
        nonces.tire(enveloppe, 0);
        moteurs.chiffre(moteurs.cle(), associeesAuSecret(epoque.version(), enregistrement), secret, enveloppe, 0);
        return new SecretOuvert(enregistrement, epoque.version(), enveloppe, secret);
    }

    @Override
    public CleEnregistrement cle(long enregistrement, int epoque, byte[] enveloppe) {
        var moteurs = trousseau
                .epoques()
                .version(epoque)
                .orElseThrow(() -> new ClesIndisponibles("clé de l'époque " + epoque + " : inconnue ou détruite"))
                .moteurs(trousseau.maintenant());
        if (enveloppe.length != ENVELOPPE) {
            throw alterations.noteSecret(
                    enregistrement, new ValeurAlteree("secret d'enregistrement tronqué ou trop long"));
        }
        try {
            var secret = moteurs.dechiffre(moteurs.cle(), associeesAuSecret(epoque, enregistrement), enveloppe, 0);
            return new SecretOuvert(enregistrement, epoque, enveloppe.clone(), secret);
        } catch (AEADBadTagException e) {
            throw alterations.noteSecret(
                    enregistrement, new ValeurAlteree("secret d'enregistrement altéré, ou d'un autre enregistrement"));
        }
    }

    @Override
    public <T> byte[] scelle(CleEnregistrement cle, ChampScelle<T> champ, Sealed<T> recu) {
        var maintenant = trousseau.maintenant();
        var vive = trousseau.classe(champ.classe()).courante(maintenant);
        var moteurs = vive.moteurs(maintenant);
        var secret = (SecretOuvert) cle;
        var clair = champ.forme().octets(Recu.valeur(recu));
        var cles = secret.cles(champ.classe(), vive, moteurs);
        var empreinte = empreinte(cles.empreinte(moteurs), champ, clair);
        var stocke = FormatV1.entete(vive.version(), empreinte, clair.length);
        nonces.tire(stocke, FormatV1.DEBUT_NONCE);
        var associees = FormatV1.associees(champ.numero(), secret.enregistrement(), stocke);
        moteurs.chiffre(cles.chiffrement(), associees, clair, stocke, FormatV1.DEBUT_NONCE);
        return stocke;
    }

    @Override
    public boolean memeValeur(byte[] unStocke, byte[] autreStocke) {
        if (FormatV1.versionDeCle(unStocke) != FormatV1.versionDeCle(autreStocke)) {
            throw new IllegalArgumentException("deux versions de clé : les empreintes ne se comparent pas");
        }
        return MessageDigest.isEqual(FormatV1.empreinte(unStocke), FormatV1.empreinte(autreStocke));
    }

    @Override
    public <T> boolean memeValeur(CleEnregistrement cle, ChampScelle<T> champ, Sealed<T> recu, byte[] stocke) {
        var vive = cleDe(champ.classe(), stocke);
        var moteurs = vive.moteurs(trousseau.maintenant());
        var clair = champ.forme().octets(Recu.valeur(recu));
        var cles = ((SecretOuvert) cle).cles(champ.classe(), vive, moteurs);
        var empreinte = empreinte(cles.empreinte(moteurs), champ, clair);
        return MessageDigest.isEqual(Arrays.copyOf(empreinte, FormatV1.EMPREINTE), FormatV1.empreinte(stocke));
    }

    @Override
    public <T> T ouvre(Autorisation autorisation, CleEnregistrement cle, ChampScelle<T> champ, byte[] stocke) {
        if (!autorisation.couvre(champ.numero())) {
            throw new SecurityException("le champ " + champ.numero() + " n'est pas couvert par l'autorisation");
        }
        var secret = (SecretOuvert) cle;
        try {
            return dechiffre(secret, champ, stocke);
        } catch (ValeurAlteree alteree) {
            throw alterations.note(champ, secret.enregistrement(), alteree);
        }
    }

    private <T> T dechiffre(SecretOuvert secret, ChampScelle<T> champ, byte[] stocke) {
        var vive = cleDe(champ.classe(), stocke);
        var moteurs = vive.moteurs(trousseau.maintenant());
        var associees = FormatV1.associees(champ.numero(), secret.enregistrement(), stocke);
        try {
            var sousCle = secret.cles(champ.classe(), vive, moteurs).chiffrement();
            return champ.forme().lis(moteurs.dechiffre(sousCle, associees, stocke, FormatV1.DEBUT_NONCE));
        } catch (AEADBadTagException e) {
            throw new ValeurAlteree("le champ " + champ.numero() + " de l'enregistrement " + secret.enregistrement()
                    + " ne s'ouvre pas : altéré ou déplacé");
        }
    }

    // A version is known here before any replica uses it: one that is not is a damaged value, or one put back from
    // before its retirement.
    private CleVive cleDe(Classe classe, byte[] stocke) {
        var version = FormatV1.versionDeCle(stocke);
        var lignee = trousseau.classe(classe);
        for (var cle : lignee.versions()) {
            if (cle.version() == version) {
                return cle;
            }
        }
        throw lignee.versions().isEmpty()
                ? new ClesIndisponibles("clé " + classe + " : aucune version connue")
                : new ValeurAlteree(
                        "valeur scellée sous une clé " + classe + " inconnue ou retirée : version " + version);
    }

    private static byte[] empreinte(Hmac cle, ChampScelle<?> champ, byte[] clair) {
        return cle.de(new byte[] {(byte) (champ.numero() >> Byte.SIZE), (byte) champ.numero()}, clair);
    }

    private static byte[] associeesAuSecret(int epoque, long enregistrement) {
        return ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                .putInt(epoque)
                .putLong(enregistrement)
                .array();
    }
}
