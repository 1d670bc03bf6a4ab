package fr.gouv.apprentissage.bal.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The bytes that an entry's digest is over. Fixed for ever per version, since entries are verified years later: "BALJ", the version, then the
 * fields in the order of {@code journal.entree}; numbers big-endian, the moment in microseconds since 1970, texts and lists preceded by their
 * length in 4 bytes, an optional text by 0 or 1. No two entries have the same bytes. Version 2 goes on with the agent's perimeter, the number of
 * persons in 4 bytes, the chain, the rank and the digest of the entry before.
 */
public final class FormeCanonique {

    /** Of what is written today; stored beside the digest. */
    public static final short VERSION = 2;

    private static final byte[] MARQUE = "BALJ".getBytes(StandardCharsets.US_ASCII);

    private final MessageDigest resume;
    private final ByteBuffer mot = ByteBuffer.allocate(Long.BYTES);

    private FormeCanonique(MessageDigest resume) {
        this.resume = resume;
    }

    /** As entries were written before there were chains: neither perimeter nor persons. */
    public static byte[] v1(UUID id, Instant le, Divulgation divulgation) {
        var forme = new FormeCanonique(sha256());
        forme.entree((byte) 1, id, le, divulgation);
        return forme.resume.digest();
    }

    /** As entries are written today. */
    public static byte[] v2(UUID id, Instant le, Divulgation divulgation, Maillon maillon) {
        var forme = new FormeCanonique(sha256());
        forme.entree((byte) 2, id, le, divulgation);
        forme.facultatif(divulgation.perimetre());
        forme.longueur(divulgation.personnes());
        forme.uuid(maillon.chaine());
        forme.nombre(maillon.rang());
        forme.octets(maillon.precedente());
        return forme.resume.digest();
    }

    private void entree(byte version, UUID id, Instant le, Divulgation divulgation) {
        resume.update(MARQUE);
        resume.update(version);
        uuid(id);
        nombre(ChronoUnit.MICROS.between(Instant.EPOCH, le));
        texte(divulgation.client());
        facultatif(divulgation.agent());
        facultatif(divulgation.finalite());
        liste(divulgation.habilitations());
        octets(divulgation.empreinteOperation());
        facultatif(divulgation.operation());
        liste(divulgation.coordonnees());
        liste(divulgation.recherches());
        nombre(divulgation.revision());
        longueur(divulgation.sujets().size());
        divulgation.sujets().forEach(this::uuid);
    }

    private void uuid(UUID uuid) {
        nombre(uuid.getMostSignificantBits());
        nombre(uuid.getLeastSignificantBits());
    }

    private void liste(List<String> textes) {
        longueur(textes.size());
        textes.forEach(this::texte);
    }

    private void facultatif(Optional<String> texte) {
        resume.update((byte) (texte.isPresent() ? 1 : 0));
        texte.ifPresent(this::texte);
    }

    private void texte(String texte) {
        octets(texte.getBytes(StandardCharsets.UTF_8));
    }

    private void octets(byte[] octets) {
        longueur(octets.length);
        resume.update(octets);
    }

    private void longueur(int longueur) {
        resume.update(mot.clear().putInt(longueur).flip());
    }

    private void nombre(long nombre) {
        resume.update(mot.clear().putLong(nombre).flip());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absente) {
            throw new IllegalStateException("SHA-256 absent de cette JVM", absente);
        }
    }
}
