package fr.gouv.apprentissage.bal.scellement;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Marks under the key {@code SUPPRESSION} of the ring. What is hashed begins with a byte that tells kinds, digests and reasons apart. */
@Singleton
final class MarquesHmac implements MarquesDeSuppression {

    private static final int LONGUEUR = 16;
    private static final byte[] CONTRADICTION = {0};
    private static final byte[] MOTIF = {-1};

    private final Trousseau trousseau;

    MarquesHmac(Trousseau trousseau) {
        this.trousseau = trousseau;
    }

    @Override
    public List<Marque> marques(GenreMarque genre, List<Sealed<?>> parties, Sealed<?> sexe, Sealed<?> departement) {
        return cles().stream()
                .map(cle -> {
                    var pliees = Partie.plie(genre, genre.places(), genre::facultative, parties, regles(cle));
                    return marque(cle, genre, pliees, sexe, departement);
                })
                .toList();
    }

    @Override
    public List<Integer> versions() {
        return cles().stream().map(CleVive::version).toList();
    }

    @Override
    public byte[] motif(String motif) {
        return moteurs(cles().get(0)).hmac(MOTIF, motif.getBytes(StandardCharsets.UTF_8));
    }

    private List<CleVive> cles() {
        var lignee = trousseau.suppressions();
        var courante = lignee.courante(trousseau.maintenant());
        var cles = new ArrayList<>(lignee.versions());
        Collections.reverse(cles);
        cles.remove(courante);
        cles.add(0, courante);
        return cles;
    }

    private Marque marque(CleVive cle, GenreMarque genre, byte[] pliees, Sealed<?> sexe, Sealed<?> departement) {
        var moteurs = moteurs(cle);
        var empreinte = Arrays.copyOf(moteurs.hmac(new byte[] {(byte) genre.numero()}, pliees), LONGUEUR);
        return new Marque(
                genre,
                cle.version(),
                empreinte,
                contradiction(moteurs, empreinte, sexe),
                contradiction(moteurs, empreinte, departement));
    }

    private Moteurs moteurs(CleVive cle) {
        return cle.moteurs(trousseau.maintenant());
    }

    private static Regles regles(CleVive cle) {
        var connues = Regles.CONNUES.get(cle.regles());
        if (connues == null) {
            throw new ClesIndisponibles(
                    "les marques de " + cle + " suivent des règles de pliage que cette version ignore");
        }
        return connues;
    }

    private static byte[] contradiction(Moteurs moteurs, byte[] empreinte, Sealed<?> valeur) {
        if (valeur == null) {
            return null;
        }
        var texte = Partie.texte(Recu.valeur(valeur)).getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(moteurs.hmac(CONTRADICTION, Parties.assemble(List.of(empreinte, texte))), LONGUEUR);
    }
}
