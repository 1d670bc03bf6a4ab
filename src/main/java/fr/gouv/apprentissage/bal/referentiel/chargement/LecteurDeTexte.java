package fr.gouv.apprentissage.bal.referentiel.chargement;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A text whose encoding it does not say: UTF-8 where it starts with a BOM, else whatever its first character outside of ASCII is in,
 * UTF-8 or Latin-1 (windows-1252, which is ISO-8859-1 with letters in the place of its control characters). An accent in Latin-1
 * followed by what follows it in French is never a character of UTF-8, so one look decides, in a stream.
 */
final class LecteurDeTexte extends Reader {

    private static final int ASCII = 0x80;
    private static final int PLUS_LONG = 4;
    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final PushbackInputStream flux;
    private Reader suite;

    LecteurDeTexte(InputStream flux) throws IOException {
        super();
        this.flux = new PushbackInputStream(new BufferedInputStream(flux, 1 << 16), PLUS_LONG);
        var debut = this.flux.readNBytes(BOM.length);
        if (Arrays.equals(debut, BOM)) {
            suite = lecteur(StandardCharsets.UTF_8);
        } else {
            this.flux.unread(debut);
        }
    }

    @Override
    public int read(char[] tampon, int debut, int nombre) throws IOException {
        if (suite != null) {
            return suite.read(tampon, debut, nombre);
        }
        int lus = 0;
        while (lus < nombre) {
            int octet = flux.read();
            if (octet >= ASCII) {
                suite = lecteur(encodage(octet));
                return lus > 0 ? lus : suite.read(tampon, debut, nombre);
            }
            if (octet < 0) {
                return lus > 0 || nombre == 0 ? lus : -1;
            }
            tampon[debut + lus++] = (char) octet;
        }
        return lus;
    }

    @Override
    public void close() throws IOException {
        flux.close();
    }

    private Reader lecteur(Charset encodage) {
        return new InputStreamReader(
                flux,
                encodage.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    private Charset encodage(int premier) throws IOException {
        flux.unread(premier);
        int longueur = premier >= 0xF0 ? 4 : premier >= 0xE0 ? 3 : 2;
        var octets = flux.readNBytes(longueur);
        flux.unread(octets);
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return Charset.forName("windows-1252");
        }
    }
}
