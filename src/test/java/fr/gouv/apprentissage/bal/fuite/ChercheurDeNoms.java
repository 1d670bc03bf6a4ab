package fr.gouv.apprentissage.bal.fuite;

import fr.gouv.apprentissage.bal.fuite.Trouvaille.Forme;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Looks for personal values in any bytes: as they are (UTF-8 and ISO-8859-1), in capitals, in small letters, folded, in hexadecimal and in
 * base64 at each of the three alignments. Values need at least nine letters or digits, and only the first 48 characters of one count.
 */
public final class ChercheurDeNoms {

    private static final int LONGUEUR_MINIMALE = 9;
    private static final int LONGUEUR_UTILE = 48;
    private static final int MORCEAU = 1 << 20;

    private final Aiguilles brutes = new Aiguilles();
    private final Aiguilles pliees = new Aiguilles();

    /**
     * Made for these values.
     *
     * @throws IllegalArgumentException when one is too short for its absence to prove anything
     */
    public ChercheurDeNoms(Collection<String> valeurs) {
        for (var valeur : new LinkedHashSet<>(valeurs)) {
            ajoute(valeur);
        }
        brutes.range();
        pliees.range();
    }

    public List<Trouvaille> cherche(String texte) {
        return cherche(texte.getBytes(StandardCharsets.UTF_8));
    }

    public List<Trouvaille> cherche(byte[] octets) {
        try {
            return cherche(new ByteArrayInputStream(octets));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads to the end, in pieces that overlap; each find once. */
    public List<Trouvaille> cherche(InputStream entree) throws IOException {
        var trouvailles = new LinkedHashSet<Trouvaille>();
        int reste = 4 * Math.max(brutes.plusLongue(), pliees.plusLongue()) + 8;
        var tampon = new byte[MORCEAU + reste];
        int garde = 0;
        long decalage = 0;
        long decalagePlie = 0;
        while (true) {
            int lus = entree.readNBytes(tampon, garde, tampon.length - garde);
            int longueur = garde + lus;
            brutes.cherche(tampon, longueur, decalage, trouvailles::add);
            var plie = Plieur.plie(tampon, longueur);
            pliees.cherche(plie, plie.length, decalagePlie, trouvailles::add);
            if (longueur < tampon.length) {
                return sansDoubles(trouvailles);
            }
            garde = reste;
            decalagePlie += Plieur.plie(tampon, longueur - reste).length;
            decalage += longueur - reste;
            System.arraycopy(tampon, longueur - reste, tampon, 0, reste);
        }
    }

    private static List<Trouvaille> sansDoubles(Set<Trouvaille> trouvailles) {
        return List.copyOf(trouvailles);
    }

    private void ajoute(String valeur) {
        var utile = valeur.length() > LONGUEUR_UTILE ? valeur.substring(0, LONGUEUR_UTILE) : valeur;
        var pliee = Plieur.plie(utile);
        if (pliee.length() < LONGUEUR_MINIMALE) {
            throw new IllegalArgumentException(
                    "a value of " + pliee.length() + " letters: its absence would prove nothing");
        }
        boolean numero = utile.chars().noneMatch(Character::isLetter);
        var ecritures = new LinkedHashSet<String>(
                List.of(utile, utile.toUpperCase(Locale.ROOT), utile.toLowerCase(Locale.ROOT)));
        var sansAccents = Normalizer.normalize(utile, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        ecritures.addAll(
                List.of(sansAccents, sansAccents.toUpperCase(Locale.ROOT), sansAccents.toLowerCase(Locale.ROOT)));
        ecritures.addAll(List.of(pliee, pliee.toLowerCase(Locale.ROOT)));
        for (var octets : octets(ecritures)) {
            brutes.ajoute(octets, valeur, Forme.TEL_QUEL, numero);
            brutes.ajoute(ascii(HexFormat.of().formatHex(octets)), valeur, Forme.HEXADECIMAL, false);
            brutes.ajoute(ascii(HexFormat.of().withUpperCase().formatHex(octets)), valeur, Forme.HEXADECIMAL, false);
            enBase64(octets).forEach(b -> brutes.ajoute(ascii(b), valeur, Forme.BASE64, false));
        }
        if (!numero) {
            pliees.ajoute(ascii(pliee), valeur, Forme.PLIE, false);
        }
    }

    private static List<byte[]> octets(Set<String> ecritures) {
        var octets = new ArrayList<byte[]>();
        for (var ecriture : ecritures) {
            octets.add(ecriture.getBytes(StandardCharsets.UTF_8));
            if (ecriture.chars().anyMatch(c -> c > 127 && c < 256)) {
                octets.add(ecriture.getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return octets;
    }

    /** The characters that do not depend on what stands before and after, for each place that the value can have in a group of three. */
    private static Set<String> enBase64(byte[] octets) {
        var formes = new LinkedHashSet<String>();
        for (int avant = 0; avant < 3; avant++) {
            var decales = new byte[avant + octets.length];
            System.arraycopy(octets, 0, decales, avant, octets.length);
            int debut = avant == 0 ? 0 : avant + 1;
            int fin = decales.length * 8 / 6;
            formes.add(Base64.getEncoder().encodeToString(decales).substring(debut, fin));
            formes.add(Base64.getUrlEncoder().encodeToString(decales).substring(debut, fin));
        }
        return formes;
    }

    private static byte[] ascii(String texte) {
        return texte.getBytes(StandardCharsets.ISO_8859_1);
    }
}
