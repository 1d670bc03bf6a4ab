package fr.gouv.apprentissage.bal.journal.jalon;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The bytes that a checkpoint's digest and signature are over. Fixed for ever per version: "BALC", the version, number, moment in microseconds
 * since 1970, digest of the checkpoint before, id of the key, then each head as chain, rank and digest; numbers big-endian, texts, digests and
 * the list preceded by their length in 4 bytes.
 */
public final class FormeDeJalon {

    private static final byte[] MARQUE = "BALC".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;

    private FormeDeJalon() {}

    /** What is signed. */
    public static byte[] octets(Jalon jalon, String cle) {
        var octets = new ByteArrayOutputStream();
        try (var sortie = new DataOutputStream(octets)) {
            sortie.write(MARQUE);
            sortie.writeByte(VERSION);
            sortie.writeLong(jalon.numero());
            sortie.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, jalon.le()));
            suite(sortie, jalon.precedent());
            suite(sortie, cle.getBytes(StandardCharsets.UTF_8));
            sortie.writeInt(jalon.tetes().size());
            for (var tete : jalon.tetes()) {
                sortie.writeLong(tete.chaine().getMostSignificantBits());
                sortie.writeLong(tete.chaine().getLeastSignificantBits());
                sortie.writeLong(tete.rang());
                suite(sortie, tete.empreinte());
            }
        } catch (IOException enMemoire) {
            throw new UncheckedIOException(enMemoire);
        }
        return octets.toByteArray();
    }

    /** SHA-256 over what is signed. */
    public static byte[] empreinte(byte[] octets) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(octets);
        } catch (NoSuchAlgorithmException absente) {
            throw new IllegalStateException("SHA-256 absent de cette JVM", absente);
        }
    }

    private static void suite(DataOutputStream sortie, byte[] octets) throws IOException {
        sortie.writeInt(octets.length);
        sortie.write(octets);
    }
}
