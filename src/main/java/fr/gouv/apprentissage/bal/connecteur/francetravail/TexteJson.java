package fr.gouv.apprentissage.bal.connecteur.francetravail;

import fr.gouv.apprentissage.bal.ingestion.SourceIndisponible;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * JSON as bytes, of which only the outlines are looked at: where a value begins and where it ends. In UTF-8 no byte of another character looks like a
 * bracket or a quote, and what is invalid stays within its value.
 */
final class TexteJson {

    /**
     * A value as it came.
     *
     * @param octets its bytes, as many as were wanted
     * @param entiere whether that is all of it
     */
    record Valeur(byte[] octets, boolean entiere) {}

    private static final int TAMPON = 16_384;

    private final InputStream corps;
    private final byte[] tampon = new byte[TAMPON];
    private int place;
    private int fin;

    TexteJson(InputStream corps) {
        this.corps = corps;
    }

    /**
     * The next byte that is no blank.
     *
     * @throws SourceIndisponible when the text ends here
     */
    int prochain() throws IOException {
        var lu = octet();
        while (lu == ' ' || lu == '\n' || lu == '\r' || lu == '\t') {
            lu = octet();
        }
        return lu;
    }

    /** Gives back the byte that was read last. */
    void recule() {
        place--;
    }

    /**
     * Goes over the next value.
     *
     * @param taille most bytes that are kept of it
     * @throws SourceIndisponible when it does not end
     */
    Valeur valeur(int taille) throws IOException {
        var garde = new Garde(taille);
        var premier = prochain();
        garde.prends(premier);
        if (premier == '"') {
            texte(garde);
        } else if (premier == '{' || premier == '[') {
            contenant(garde);
        } else {
            scalaire(premier, garde);
        }
        return new Valeur(garde.octets.toByteArray(), !garde.deborde);
    }

    private void texte(Garde garde) throws IOException {
        var lu = lis(garde);
        while (lu != '"') {
            if (lu == '\\') {
                lis(garde);
            }
            lu = lis(garde);
        }
    }

    private void contenant(Garde garde) throws IOException {
        for (var profondeur = 1L; profondeur > 0; ) {
            var lu = lis(garde);
            if (lu == '"') {
                texte(garde);
            } else if (lu == '{' || lu == '[') {
                profondeur++;
            } else if (lu == '}' || lu == ']') {
                profondeur--;
            }
        }
    }

    private void scalaire(int premier, Garde garde) throws IOException {
        if (premier == ',' || premier == '}' || premier == ']' || premier == ':') {
            throw malformee();
        }
        var lu = octet();
        while (lu != ',' && lu != '}' && lu != ']' && lu > ' ') {
            garde.prends(lu);
            lu = octet();
        }
        recule();
    }

    private int lis(Garde garde) throws IOException {
        var lu = octet();
        garde.prends(lu);
        return lu;
    }

    private int octet() throws IOException {
        if (place == fin) {
            fin = corps.read(tampon);
            place = 0;
            if (fin <= 0) {
                fin = 0;
                throw malformee();
            }
        }
        return tampon[place++] & 0xff;
    }

    private static SourceIndisponible malformee() {
        return new SourceIndisponible("la source a envoyé une page malformée");
    }

    private static final class Garde {

        private final ByteArrayOutputStream octets = new ByteArrayOutputStream(0);
        private final int taille;
        private boolean deborde;

        Garde(int taille) {
            this.taille = taille;
        }

        void prends(int octet) {
            if (octets.size() < taille) {
                octets.write(octet);
            } else {
                deborde = true;
            }
        }
    }
}
