package fr.gouv.apprentissage.bal.fuite;

import fr.gouv.apprentissage.bal.fuite.Trouvaille.Forme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Very many byte sequences, looked for in one pass: their first eight bytes are the key of an open hash table, the rest is compared where
 * the key is met. None is shorter than eight bytes.
 */
final class Aiguilles {

    private static final int CLE = 8;

    /** A sequence to find. */
    private record Aiguille(byte[] octets, String valeur, Forme forme, boolean seulementIsolee) {}

    private final List<Aiguille> aiguilles = new ArrayList<>();
    private long[] cles = new long[0];
    private int[] premieres = new int[0];
    private int[] suivantes = new int[0];
    private int plusLongue;

    /** @param seulementIsolee digits that count only where no other digit or hexadecimal letter touches them */
    void ajoute(byte[] octets, String valeur, Forme forme, boolean seulementIsolee) {
        if (octets.length < CLE) {
            throw new IllegalArgumentException("too short to prove anything: " + octets.length + " bytes");
        }
        aiguilles.add(new Aiguille(octets, valeur, forme, seulementIsolee));
        plusLongue = Math.max(plusLongue, octets.length);
    }

    int plusLongue() {
        return plusLongue;
    }

    void range() {
        int taille = Integer.highestOneBit(Math.max(8, aiguilles.size())) * 4;
        cles = new long[taille];
        premieres = new int[taille];
        suivantes = new int[aiguilles.size()];
        Arrays.fill(premieres, -1);
        for (int i = 0; i < aiguilles.size(); i++) {
            long cle = cle(aiguilles.get(i).octets());
            int place = place(cle);
            cles[place] = cle;
            suivantes[i] = premieres[place];
            premieres[place] = i;
        }
    }

    void cherche(byte[] texte, int longueur, long decalage, Consumer<Trouvaille> trouvee) {
        long cle = 0;
        for (int fin = 0; fin < longueur; fin++) {
            cle = cle << 8 | texte[fin] & 0xFF;
            if (fin >= CLE - 1) {
                for (int i = premieres[place(cle)]; i >= 0; i = suivantes[i]) {
                    int debut = fin - CLE + 1;
                    var aiguille = aiguilles.get(i);
                    if (estLa(aiguille, texte, debut, longueur)) {
                        trouvee.accept(new Trouvaille(aiguille.valeur(), aiguille.forme(), decalage + debut));
                    }
                }
            }
        }
    }

    private static boolean estLa(Aiguille aiguille, byte[] texte, int debut, int longueur) {
        var octets = aiguille.octets();
        int fin = debut + octets.length;
        if (fin > longueur || !Arrays.equals(octets, 0, octets.length, texte, debut, fin)) {
            return false;
        }
        return !aiguille.seulementIsolee()
                || ((debut == 0 || !chiffre(texte[debut - 1])) && (fin == longueur || !chiffre(texte[fin])));
    }

    private static boolean chiffre(byte b) {
        return Character.digit(b, 16) >= 0;
    }

    private static long cle(byte[] octets) {
        long cle = 0;
        for (int i = 0; i < CLE; i++) {
            cle = cle << 8 | octets[i] & 0xFF;
        }
        return cle;
    }

    private int place(long cle) {
        int masque = cles.length - 1;
        int place = (int) (cle * 0x9E3779B97F4A7C15L >>> 33) & masque;
        while (premieres[place] >= 0 && cles[place] != cle) {
            place = place + 1 & masque;
        }
        return place;
    }
}
