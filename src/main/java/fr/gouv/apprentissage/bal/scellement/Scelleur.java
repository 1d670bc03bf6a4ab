package fr.gouv.apprentissage.bal.scellement;

import fr.gouv.apprentissage.bal.declaration.Classe;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
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
        return enveloppe(enregistrement, hasard(Moteurs.CLE));
    }

    @Override
    public CleEnregistrement renveloppe(long enregistrement, int epoque, byte[] enveloppe) {
        return enveloppe(enregistrement, secret(enregistrement, epoque, enveloppe));
    }

    private CleEnregistrement enveloppe(long enregistrement, byte[] secret) {
        var maintenant = trousseau.maintenant();
        var epoque = trousseau.epoques().courante(maintenant);
        var moteurs = epoque.moteurs(maintenant);
        var enveloppe = new byte[ENVELOPPE];
        nonces.tire(enveloppe, 0);
        moteurs.chiffre(
                moteurs.cle(), FormatV1.associeesAuSecret(epoque.version(), enregistrement), secret, enveloppe, 0);
        return new SecretOuvert(enregistrement, epoque.version(), enveloppe, secret);
    }

    @Override
    public CleEnregistrement cle(long enregistrement, int epoque, byte[] enveloppe) {
        return new SecretOuvert(enregistrement, epoque, enveloppe.clone(), secret(enregistrement, epoque, enveloppe));
    }

    private byte[] secret(long enregistrement, int epoque, byte[] enveloppe) {
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
            return moteurs.dechiffre(moteurs.cle(), FormatV1.associeesAuSecret(epoque, enregistrement), enveloppe, 0);
        } catch (AEADBadTagException e) {
            throw alterations.noteSecret(
                    enregistrement, new ValeurAlteree("secret d'enregistrement altéré, ou d'un autre enregistrement"));
        }
    }

    @Override
    public <T> byte[] scelle(CleEnregistrement cle, ChampScelle<T> champ, Sealed<T> recu) {
        var maintenant = trousseau.maintenant();
        var vive = trousseau.classe(champ.classe()).courante(maintenant);
        return scelle((SecretOuvert) cle, champ, vive, maintenant, champ.forme().octets(Recu.valeur(recu)));
    }

    private byte[] scelle(SecretOuvert secret, ChampScelle<?> champ, CleVive vive, long maintenant, byte[] clair) {
        var moteurs = vive.moteurs(maintenant);
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
        exige(autorisation, champ);
        var secret = (SecretOuvert) cle;
        try {
            return champ.forme().lis(dechiffre(secret, champ, cleDe(champ.classe(), stocke), stocke));
        } catch (ValeurAlteree alteree) {
            throw alterations.note(champ, secret.enregistrement(), alteree);
        }
    }

    @Override
    public boolean aJour(Classe classe, byte[] stocke) {
        var lignee = trousseau.classe(classe);
        var courante = lignee.courante(trousseau.maintenant());
        var version = FormatV1.versionDeCle(stocke);
        if (version > courante.version()) {
            lignee.adopte(version);
        }
        return version >= courante.version();
    }

    @Override
    public byte[] rescelle(Autorisation autorisation, CleEnregistrement cle, ChampScelle<?> champ, byte[] stocke) {
        exige(autorisation, champ);
        var vive = cleDe(champ.classe(), stocke);
        var maintenant = trousseau.maintenant();
        var courante = trousseau.classe(champ.classe()).courante(maintenant);
        if (vive.version() >= courante.version()) {
            return stocke;
        }
        var secret = (SecretOuvert) cle;
        return scelle(secret, champ, courante, maintenant, dechiffre(secret, champ, vive, stocke));
    }

    @Override
    public <T> Sealed<T> relis(Autorisation autorisation, CleEnregistrement cle, ChampScelle<T> champ, byte[] stocke) {
        return Sealed.recu(ouvre(autorisation, cle, champ, stocke));
    }

    private static void exige(Autorisation autorisation, ChampScelle<?> champ) {
        if (!autorisation.couvre(champ.numero())) {
            throw new SecurityException("le champ " + champ.numero() + " n'est pas couvert par l'autorisation");
        }
    }

    private byte[] dechiffre(SecretOuvert secret, ChampScelle<?> champ, CleVive vive, byte[] stocke) {
        var moteurs = vive.moteurs(trousseau.maintenant());
        var associees = FormatV1.associees(champ.numero(), secret.enregistrement(), stocke);
        try {
            var sousCle = secret.cles(champ.classe(), vive, moteurs).chiffrement();
            return moteurs.dechiffre(sousCle, associees, stocke, FormatV1.DEBUT_NONCE);
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
        var message = new byte[Short.BYTES + clair.length];
        message[0] = (byte) (champ.numero() >> Byte.SIZE);
        message[1] = (byte) champ.numero();
        System.arraycopy(clair, 0, message, Short.BYTES, clair.length);
        return cle.de(message);
    }

    private byte[] hasard(int longueur) {
        var octets = new byte[longueur];
        hasard.nextBytes(octets);
        return octets;
    }
}
