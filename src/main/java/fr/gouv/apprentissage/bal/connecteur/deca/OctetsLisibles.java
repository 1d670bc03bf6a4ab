package fr.gouv.apprentissage.bal.connecteur.deca;

import java.io.IOException;
import java.io.InputStream;

/**
 * UTF-8 as it should be: each byte that belongs to no character becomes U+001A, so that one row of a page is spoilt and not the page. Sequences are
 * looked at by their form alone, which is what the parser after it asks for.
 */
final class OctetsLisibles extends InputStream {

    /** What stands for a byte that cannot be read. */
    static final char SUBSTITUT = '\u001A';

    private static final int TAMPON = 16_384;
    private static final int SUITE = 0x80;
    private static final int SUITE_MASQUE = 0xC0;

    private final InputStream corps;
    private final byte[] tampon = new byte[TAMPON];
    private int place;

    /** End of what was looked at; a sequence that is not whole yet stands after it. */
    private int lisible;

    private int fin;
    private boolean remplaces;

    OctetsLisibles(InputStream corps) {
        this.corps = corps;
    }

    /** Whether any byte was replaced until now. */
    boolean remplaces() {
        return remplaces;
    }

    @Override
    public int read() throws IOException {
        return emplis() ? tampon[place++] & 0xff : -1;
    }

    @Override
    public int read(byte[] octets, int debut, int longueur) throws IOException {
        if (longueur == 0) {
            return 0;
        }
        if (!emplis()) {
            return -1;
        }
        var lus = Math.min(longueur, lisible - place);
        System.arraycopy(tampon, place, octets, debut, lus);
        place += lus;
        return lus;
    }

    @Override
    public void close() throws IOException {
        corps.close();
    }

    /** Whether there is something to give. */
    private boolean emplis() throws IOException {
        while (place == lisible) {
            var gardes = fin - lisible;
            System.arraycopy(tampon, lisible, tampon, 0, gardes);
            var lus = corps.read(tampon, gardes, TAMPON - gardes);
            if (lus < 0 && gardes == 0) {
                return false;
            }
            place = 0;
            fin = gardes + Math.max(0, lus);
            lisible = verifie(lus < 0);
        }
        return true;
    }

    /** Replaces what is no character; gives the end of what is whole. */
    private int verifie(boolean dernier) {
        var ici = 0;
        while (ici < fin) {
            if (tampon[ici] >= 0) {
                ici++;
                continue;
            }
            var suites = suites(tampon[ici] & 0xff);
            var presentes = presentes(ici, suites);
            if (suites > 0 && presentes == suites) {
                ici += 1 + suites;
            } else if (suites > 0 && ici + 1 + presentes == fin && !dernier) {
                return ici;
            } else {
                tampon[ici++] = SUBSTITUT;
                remplaces = true;
            }
        }
        return fin;
    }

    private int presentes(int ici, int suites) {
        var presentes = 0;
        while (presentes < suites
                && ici + 1 + presentes < fin
                && (tampon[ici + 1 + presentes] & SUITE_MASQUE) == SUITE) {
            presentes++;
        }
        return presentes;
    }

    /** How many bytes follow a first one; 0: it is none. */
    private static int suites(int premier) {
        if (premier >= 0xC2 && premier <= 0xDF) {
            return 1;
        }
        if (premier >= 0xE0 && premier <= 0xEF) {
            return 2;
        }
        return premier >= 0xF0 && premier <= 0xF4 ? 3 : 0;
    }
}
