package fr.gouv.apprentissage.bal.scellement;

import fr.gouv.apprentissage.bal.declaration.Classe;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;

/** Sealing with the keys of the ring. Everything here is synchronous and in memory. */
@Singleton
final class Scelleur implements Scellement {

    private static final int ENVELOPPE = Moteurs.NONCE + Moteurs.CLE + Moteurs.SCEAU;

    private final Trousseau trousseau;
    private final SecureRandom hasard;

    @Inject
    Scelleur(Trousseau trousseau) {
        this(trousseau, new SecureRandom());
    }

    Scelleur(Trousseau trousseau, SecureRandom hasard) {
        this.trousseau = trousseau;
        this.hasard = hasard;
    }

    @Override
    public CleEnregistrement nouvelle(long enregistrement) {
        var maintenant = trousseau.maintenant();
        var epoque = trousseau.epoques().courante(maintenant);
        var moteurs = epoque.moteurs(maintenant);
        var secret = hasard(Moteurs.CLE);
        var nonce = hasard(Moteurs.NONCE);
        var enveloppe = ByteBuffer.allocate(ENVELOPPE).put(nonce);
        var associees = associeesAuSecret(epoque.version(), enregistrement);
        moteurs.chiffre(moteurs.cle(), nonce, associees, secret, enveloppe.array(), Moteurs.NONCE);
        return new SecretOuvert(enregistrement, epoque.version(), enveloppe.array(), secret);
    }

    @Override
    public CleEnregistrement cle(long enregistrement, int epoque, byte[] enveloppe) {
        var moteurs = trousseau
                .epoques()
                .version(epoque)
                .orElseThrow(() -> new ClesIndisponibles("clé de l'époque " + epoque + " : inconnue ou détruite"))
                .moteurs(trousseau.maintenant());
        if (enveloppe.length != ENVELOPPE) {
            throw new ValeurAlteree("secret d'enregistrement tronqué ou trop long");
        }
        try {
            var secret = moteurs.dechiffre(moteurs.cle(), associeesAuSecret(epoque, enregistrement), enveloppe, 0);
            return new SecretOuvert(enregistrement, epoque, enveloppe.clone(), secret);
        } catch (AEADBadTagException e) {
            throw new ValeurAlteree("secret d'enregistrement altéré, ou d'un autre enregistrement");
        }
    }

    @Override
    public <T> byte[] scelle(CleEnregistrement cle, ChampScelle<T> champ, Sealed<T> recu) {
        var maintenant = trousseau.maintenant();
        var vive = trousseau.classe(champ.classe()).courante(maintenant);
        var moteurs = vive.moteurs(maintenant);
        var secret = (SecretOuvert) cle;
        var clair = champ.forme().octets(Recu.valeur(recu));
        var nonce = hasard(Moteurs.NONCE);
        var stocke = new byte[FormatV1.MINIMUM + clair.length];
        ByteBuffer.wrap(stocke)
                .put(FormatV1.VERSION)
                .putInt(vive.version())
                .put(empreinte(secret, champ, vive, moteurs, clair), 0, FormatV1.EMPREINTE)
                .put(nonce);
        var associees = FormatV1.associees(champ.numero(), secret.enregistrement(), stocke);
        moteurs.chiffre(
                secret.chiffrement(champ.classe(), vive, moteurs),
                nonce,
                associees,
                clair,
                stocke,
                FormatV1.DEBUT_CHIFFRE);
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
        var empreinte =
                ByteBuffer.wrap(empreinte((SecretOuvert) cle, champ, vive, moteurs, clair), 0, FormatV1.EMPREINTE);
        return empreinte.equals(ByteBuffer.wrap(FormatV1.empreinte(stocke)));
    }

    @Override
    public <T> T ouvre(Autorisation autorisation, CleEnregistrement cle, ChampScelle<T> champ, byte[] stocke) {
        exige(autorisation, champ);
        return dechiffre((SecretOuvert) cle, champ, stocke);
    }

    @Override
    public <T> Sealed<T> relis(Autorisation autorisation, CleEnregistrement cle, ChampScelle<T> champ, byte[] stocke) {
        exige(autorisation, champ);
        return Sealed.recu(dechiffre((SecretOuvert) cle, champ, stocke));
    }

    private static void exige(Autorisation autorisation, ChampScelle<?> champ) {
        if (!autorisation.couvre(champ.numero())) {
            throw new SecurityException("le champ " + champ.numero() + " n'est pas couvert par l'autorisation");
        }
    }

    private <T> T dechiffre(SecretOuvert secret, ChampScelle<T> champ, byte[] stocke) {
        var vive = cleDe(champ.classe(), stocke);
        var moteurs = vive.moteurs(trousseau.maintenant());
        var associees = FormatV1.associees(champ.numero(), secret.enregistrement(), stocke);
        try {
            var sousCle = secret.chiffrement(champ.classe(), vive, moteurs);
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
        return lignee.version(version)
                .orElseThrow(() -> lignee.versions().isEmpty()
                        ? new ClesIndisponibles("clé " + classe + " : aucune version connue")
                        : new ValeurAlteree(
                                "valeur scellée sous une clé " + classe + " inconnue ou retirée : version " + version));
    }

    private static byte[] empreinte(
            SecretOuvert secret, ChampScelle<?> champ, CleVive vive, Moteurs moteurs, byte[] clair) {
        var numero = new byte[] {(byte) (champ.numero() >> Byte.SIZE), (byte) champ.numero()};
        return moteurs.hmac(secret.empreinte(champ.classe(), vive, moteurs), numero, clair);
    }

    private static byte[] associeesAuSecret(int epoque, long enregistrement) {
        return ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                .putInt(epoque)
                .putLong(enregistrement)
                .array();
    }

    private byte[] hasard(int longueur) {
        var octets = new byte[longueur];
        hasard.nextBytes(octets);
        return octets;
    }
}
