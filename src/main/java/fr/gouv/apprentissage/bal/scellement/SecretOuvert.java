package fr.gouv.apprentissage.bal.scellement;

import fr.gouv.apprentissage.bal.declaration.Classe;
import java.nio.charset.StandardCharsets;
import javax.crypto.spec.SecretKeySpec;

/** A record's secret and the keys derived from it: one derivation for each class, whatever the number of fields. */
final class SecretOuvert implements CleEnregistrement {

    private static final byte[] CHIFFREMENT = "bal/1/cle\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EMPREINTE = "bal/1/empreinte\0".getBytes(StandardCharsets.US_ASCII);
    private static final int CLASSES = Classe.values().length;

    private final long enregistrement;
    private final int epoque;
    private final byte[] enveloppe;
    private final byte[] secret;
    private final ClesDeClasse[] derivees = new ClesDeClasse[CLASSES];

    SecretOuvert(long enregistrement, int epoque, byte[] enveloppe, byte[] secret) {
        this.enregistrement = enregistrement;
        this.epoque = epoque;
        this.enveloppe = enveloppe;
        this.secret = secret;
    }

    @Override
    public long enregistrement() {
        return enregistrement;
    }

    @Override
    public int epoque() {
        return epoque;
    }

    @Override
    public byte[] enveloppe() {
        return enveloppe.clone();
    }

    /** The keys of this record's values of that class. */
    ClesDeClasse cles(Classe classe, CleVive cle, Moteurs moteurs) {
        var connues = derivees[classe.ordinal()];
        if (connues != null && connues.de == cle) {
            return connues;
        }
        var nouvelles = new ClesDeClasse(cle, new SecretKeySpec(moteurs.derive(CHIFFREMENT, secret), "AES"));
        derivees[classe.ordinal()] = nouvelles;
        return nouvelles;
    }

    /** Names the class key without holding its engines: they go when they must, even if somebody keeps this object. */
    final class ClesDeClasse {

        private final CleVive de;
        private final SecretKeySpec chiffrement;
        private Hmac empreinte;

        private ClesDeClasse(CleVive de, SecretKeySpec chiffrement) {
            this.de = de;
            this.chiffrement = chiffrement;
        }

        /** The key that encrypts. */
        SecretKeySpec chiffrement() {
            return chiffrement;
        }

        /** What makes the digests: derived where it is asked for, opening does without. */
        Hmac empreinte(Moteurs moteurs) {
            if (empreinte == null) {
                empreinte = Hmac.passager(moteurs.derive(EMPREINTE, secret));
            }
            return empreinte;
        }
    }

    @Override
    public String toString() {
        return "secret de l'enregistrement " + enregistrement;
    }
}
