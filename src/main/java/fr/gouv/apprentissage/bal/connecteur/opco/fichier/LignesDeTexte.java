package fr.gouv.apprentissage.bal.connecteur.opco.fichier;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The lines of a text that does not say its encoding: UTF-8, with or without its mark, or windows-1252. Each line is read by itself, so that two
 * files of two encodings that someone put together are read too; one that is too long is skipped, never kept.
 */
final class LignesDeTexte {

    static final int LONGUEUR = 64 * 1024;

    private static final Charset OCCIDENTAL = Charset.forName("windows-1252");
    private static final char MARQUE = '\uFEFF';

    private final InputStream flux;
    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    private long numero;

    /**
     * One line.
     *
     * @param numero from 1
     * @param texte empty where it is too long
     */
    record Ligne(long numero, String texte, boolean tropLongue) {}

    LignesDeTexte(InputStream flux) {
        this.flux = new BufferedInputStream(flux, 1 << 16);
    }

    /** The next line; empty at the end. */
    Optional<Ligne> suivante() throws IOException {
        octets.reset();
        int lu = flux.read();
        if (lu < 0) {
            return Optional.empty();
        }
        boolean tropLongue = false;
        while (lu >= 0 && lu != '\n') {
            if (octets.size() < LONGUEUR) {
                octets.write(lu);
            } else {
                tropLongue = true;
            }
            lu = flux.read();
        }
        return Optional.of(new Ligne(++numero, tropLongue ? "" : texte(), tropLongue));
    }

    private String texte() {
        var brut = octets.toByteArray();
        var texte = decode(brut);
        if (numero == 1 && !texte.isEmpty() && texte.charAt(0) == MARQUE) {
            texte = texte.substring(1);
        }
        return texte.endsWith("\r") ? texte.substring(0, texte.length() - 1) : texte;
    }

    private static String decode(byte[] brut) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(brut))
                    .toString();
        } catch (CharacterCodingException pasDeUtf8) {
            return new String(brut, OCCIDENTAL);
        }
    }
}
