package fr.gouv.apprentissage.bal.scellement;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A heap dump, searched for keys in whatever form they may stand. Arrays of numbers stand in a dump in big-endian order, so that the first words of
 * an AES key schedule are found as the key itself.
 */
final class ImageMemoire {

    private static final int BLOC_HMAC = 64;
    private static final int AMORCE = Long.BYTES;

    private record Forme(String nom, byte[] octets) {}

    private ImageMemoire() {}

    /** Every byte turned over: what is to be looked for is kept so, that keeping it is not finding it. */
    static byte[] retourne(byte[] octets) {
        var retourne = octets.clone();
        for (int i = 0; i < retourne.length; i++) {
            retourne[i] = (byte) ~retourne[i];
        }
        return retourne;
    }

    /** Names of those that stand in the dump, each with the form: {@code raw}, {@code ipad}, {@code opad}, {@code base64}, {@code hexadecimal}. */
    static Set<String> presents(Path image, Map<String, byte[]> cherches) throws IOException {
        var parAmorce = new HashMap<Long, List<Forme>>();
        cherches.forEach((nom, octets) -> formes(nom, octets).forEach(forme -> parAmorce
                .computeIfAbsent(amorce(forme.octets()), amorce -> new ArrayList<>())
                .add(forme)));
        // Most windows begin nothing: this says so without an object for each.
        var fins = new boolean[1 << Short.SIZE];
        parAmorce.keySet().forEach(amorce -> fins[(int) (amorce & 0xffff)] = true);
        var presents = new TreeSet<String>();
        try (var canal = FileChannel.open(image)) {
            var octets = canal.map(FileChannel.MapMode.READ_ONLY, 0, canal.size());
            long fenetre = 0;
            for (int lu = 0; lu < octets.limit(); lu++) {
                fenetre = fenetre << Byte.SIZE | Byte.toUnsignedLong(octets.get(lu));
                var candidates = fins[(int) (fenetre & 0xffff)] ? parAmorce.get(fenetre) : null;
                if (candidates != null && lu >= AMORCE - 1) {
                    for (var forme : candidates) {
                        if (est(octets, lu - AMORCE + 1, forme.octets())) {
                            presents.add(forme.nom());
                        }
                    }
                }
            }
        }
        return presents;
    }

    /** The forms of a key, for a control that is planted. */
    static List<byte[]> formes(byte[] cle) {
        return formes("", cle).stream().map(Forme::octets).toList();
    }

    /** The names of those forms. */
    static Set<String> nomsDesFormes(String nom) {
        var noms = new TreeSet<String>();
        formes(nom, new byte[Moteurs.CLE]).forEach(forme -> noms.add(forme.nom()));
        return noms;
    }

    private static List<Forme> formes(String nom, byte[] cle) {
        var formes = new ArrayList<Forme>();
        formes.add(new Forme(nom + " raw", cle));
        formes.add(new Forme(nom + " ipad", avec(cle, 0x36)));
        formes.add(new Forme(nom + " opad", avec(cle, 0x5c)));
        for (int decalage = 0; decalage < 3; decalage++) {
            var encode = base64(cle, decalage);
            texte(formes, nom + " base64", encode);
            texte(formes, nom + " base64", encode.replace('+', '-').replace('/', '_'));
        }
        var hexa = HexFormat.of().formatHex(cle);
        texte(formes, nom + " hexadecimal", hexa);
        texte(formes, nom + " hexadecimal", hexa.toUpperCase(Locale.ROOT));
        return formes;
    }

    private static void texte(List<Forme> formes, String nom, String texte) {
        formes.add(new Forme(nom, texte.getBytes(StandardCharsets.US_ASCII)));
        formes.add(new Forme(nom + " (UTF-16)", texte.getBytes(StandardCharsets.UTF_16BE)));
        formes.add(new Forme(nom + " (UTF-16)", texte.getBytes(StandardCharsets.UTF_16LE)));
    }

    // As it stands in HMAC's padded key: sixty-four bytes, of which what follows the key is the pad alone.
    private static byte[] avec(byte[] cle, int remplissage) {
        var bloc = Arrays.copyOf(cle, BLOC_HMAC);
        for (int i = 0; i < BLOC_HMAC; i++) {
            bloc[i] ^= (byte) remplissage;
        }
        return bloc;
    }

    // What the key alone decides of its base64, whatever stands before and after it in what was encoded.
    private static String base64(byte[] cle, int decalage) {
        var encode = Base64.getEncoder()
                .encodeToString(Arrays.copyOf(
                        Arrays.copyOfRange(avecDecalage(cle, decalage), 0, decalage + cle.length),
                        decalage + cle.length + 3));
        int debut = (decalage * 8 + 5) / 6;
        int fin = (decalage + cle.length) * 8 / 6;
        return encode.substring(debut, fin);
    }

    private static byte[] avecDecalage(byte[] cle, int decalage) {
        var octets = new byte[decalage + cle.length];
        System.arraycopy(cle, 0, octets, decalage, cle.length);
        return octets;
    }

    private static long amorce(byte[] octets) {
        long amorce = 0;
        for (int i = 0; i < AMORCE; i++) {
            amorce = amorce << Byte.SIZE | Byte.toUnsignedLong(octets[i]);
        }
        return amorce;
    }

    private static boolean est(MappedByteBuffer image, int debut, byte[] forme) {
        if (debut + forme.length > image.limit()) {
            return false;
        }
        for (int i = 0; i < forme.length; i++) {
            if (image.get(debut + i) != forme[i]) {
                return false;
            }
        }
        return true;
    }
}
