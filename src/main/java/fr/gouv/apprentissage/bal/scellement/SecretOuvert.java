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
    private final Derivee[] chiffrements = new Derivee[CLASSES];
    private final Derivee[] empreintes = new Derivee[CLASSES];

    // Names the class key without holding its engines: they go when they must, even if somebody keeps this object.
    private record Derivee(CleVive de, SecretKeySpec cle) {}

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

    /** The key that encrypts this record's values of that class. */
    SecretKeySpec chiffrement(Classe classe, CleVive cle, Moteurs moteurs) {
        return derivee(chiffrements, classe, cle, moteurs, CHIFFREMENT, "AES");
    }

    /** The key of their digests. */
    SecretKeySpec empreinte(Classe classe, CleVive cle, Moteurs moteurs) {
        return derivee(empreintes, classe, cle, moteurs, EMPREINTE, "HmacSHA256");
    }

    private SecretKeySpec derivee(
            Derivee[] connues, Classe classe, CleVive cle, Moteurs moteurs, byte[] etiquette, String algorithme) {
        var connue = connues[classe.ordinal()];
        if (connue != null && connue.de() == cle) {
            return connue.cle();
        }
        var nouvelle = new Derivee(cle, new SecretKeySpec(moteurs.derive(etiquette, secret), algorithme));
        connues[classe.ordinal()] = nouvelle;
        return nouvelle.cle();
    }

    @Override
    public String toString() {
        return "secret de l'enregistrement " + enregistrement;
    }
}
