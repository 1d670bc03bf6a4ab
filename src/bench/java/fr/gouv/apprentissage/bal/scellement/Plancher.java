package fr.gouv.apprentissage.bal.scellement;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * What rows of five values in two classes cost by their cryptography alone: unwrap the secret, derive two keys, two changes of AES key, five values; to
 * seal, two more derivations and a digest of each value. No key ring, no authorization, no clock. Sealing that adds nothing at all would be as quick.
 */
final class Plancher {

    private static final byte[] ETIQUETTE = "bal/1/cle\0".getBytes(StandardCharsets.US_ASCII);
    private static final int[] CLASSE_DE = {0, 0, 0, 1, 1};

    private record Ligne(byte[] enveloppe, List<byte[]> valeurs) {}

    private final SecureRandom hasard = new SecureRandom();
    private final Nonces nonces = Nonces.parLots();
    private final byte[] clair;
    private final SecretKeySpec epoque = cle();
    private final Cipher deballe = Cipher.getInstance("AES/GCM/NoPadding");
    private final List<Hmac> classes = List.of(Hmac.durable(octets()), Hmac.durable(octets()));
    private final Cipher[] ciphers = {Cipher.getInstance("AES/GCM/NoPadding"), Cipher.getInstance("AES/GCM/NoPadding")};
    private final List<Ligne> lignes;

    Plancher(int lignes, String valeur) throws GeneralSecurityException {
        clair = valeur.getBytes(StandardCharsets.UTF_8);
        this.lignes = IntStream.range(0, lignes).mapToObj(n -> ligne()).toList();
    }

    int ouvre() {
        int lues = 0;
        for (var ligne : lignes) {
            var secret = Nu.dechiffre(deballe, epoque, ligne.enveloppe());
            var cles = new SecretKeySpec[] {derivee(0, secret), derivee(1, secret)};
            for (int i = 0; i < CLASSE_DE.length; i++) {
                var texte = Nu.dechiffre(
                        ciphers[CLASSE_DE[i]],
                        cles[CLASSE_DE[i]],
                        ligne.valeurs().get(i));
                lues += new String(texte, StandardCharsets.UTF_8).length();
            }
        }
        return lues;
    }

    int scelle() {
        int ecrites = 0;
        for (var ligne : lignes) {
            ecrites += scelle(Nu.dechiffre(deballe, epoque, ligne.enveloppe())).size();
        }
        return ecrites;
    }

    private List<byte[]> scelle(byte[] secret) {
        var cles = new SecretKeySpec[] {derivee(0, secret), derivee(1, secret)};
        var empreintes = new Hmac[] {Hmac.passager(derive(0, secret)), Hmac.passager(derive(1, secret))};
        var valeurs = new ArrayList<byte[]>();
        for (int classe : CLASSE_DE) {
            empreintes[classe].de(clair);
            var nonce = new byte[Moteurs.NONCE];
            nonces.tire(nonce, 0);
            valeurs.add(Nu.chiffre(ciphers[classe], cles[classe], nonce, clair));
        }
        return valeurs;
    }

    private Ligne ligne() {
        var secret = octets();
        var nonce = Arrays.copyOf(octets(), Moteurs.NONCE);
        return new Ligne(Nu.chiffre(deballe, epoque, nonce, secret), scelle(secret));
    }

    private SecretKeySpec derivee(int classe, byte[] secret) {
        return new SecretKeySpec(derive(classe, secret), "AES");
    }

    private byte[] derive(int classe, byte[] secret) {
        return classes.get(classe).de(ETIQUETTE, secret);
    }

    private SecretKeySpec cle() {
        return new SecretKeySpec(octets(), "AES");
    }

    private byte[] octets() {
        var octets = new byte[Moteurs.CLE];
        hasard.nextBytes(octets);
        return octets;
    }
}
