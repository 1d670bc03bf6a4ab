package fr.gouv.apprentissage.bal.connecteur.opco.fichier;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * One part of a workbook while it is inflated: a small archive may hold any amount of text, and what it says of its own size may be a lie. Closing it
 * leaves the archive open.
 */
final class PartieBornee extends FilterInputStream {

    /** Longest text between two tags: an attribute is kept whole while it is read. */
    private static final int TEXTE = 1 << 20;

    private long reste;
    private int sansBalise;
    private boolean depassee;

    /** @param taille most bytes that are read of it */
    PartieBornee(InputStream archive, long taille) {
        super(archive);
        this.reste = taille;
    }

    /** Whether it was cut. */
    boolean depassee() {
        return depassee;
    }

    /** What may still be read. */
    long reste() {
        return reste;
    }

    @Override
    public int read() throws IOException {
        var un = new byte[1];
        return read(un, 0, 1) < 0 ? -1 : un[0] & 0xff;
    }

    @Override
    public int read(byte[] octets, int debut, int longueur) throws IOException {
        int lus = super.read(octets, debut, longueur);
        if (lus > 0) {
            reste -= lus;
            sansBalise = sansBalise(octets, debut, lus);
            if (reste < 0 || sansBalise > TEXTE) {
                depassee = true;
                throw new IOException("classeur trop grand");
            }
        }
        return lus;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() {
        // The parts that follow are read from the same archive.
    }

    private int sansBalise(byte[] octets, int debut, int lus) {
        for (int i = lus - 1; i >= 0; i--) {
            if (octets[debut + i] == '<') {
                return lus - 1 - i;
            }
        }
        return sansBalise + lus;
    }
}
