package fr.gouv.apprentissage.bal.scellement;

import fr.gouv.apprentissage.bal.identifiant.Pliage;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Blind indexes under the index keys of the ring. A generation is a version of the kinds' keys; each is tied to one version of the folding
 * rules, so that new rules are a new generation too. All kinds turn together and share its number.
 */
@Singleton
final class IndexHmac implements IndexAveugles {

    private static final int LONGUEUR = 16;

    private final Trousseau trousseau;

    IndexHmac(Trousseau trousseau) {
        this.trousseau = trousseau;
    }

    @Override
    public byte[] empreinte(GenreIndex genre, List<Sealed<?>> parties) {
        var maintenant = trousseau.maintenant();
        var courante = trousseau.index(genre).courante(maintenant);
        return empreinte(courante, Partie.plie(genre, parties), maintenant);
    }

    @Override
    public List<Generation> empreintes(GenreIndex genre, List<Sealed<?>> parties) {
        var maintenant = trousseau.maintenant();
        var lignee = trousseau.index(genre);
        var courante = lignee.courante(maintenant);
        var pliees = Partie.plie(genre, parties);
        var cles = new ArrayList<>(lignee.versions());
        Collections.reverse(cles);
        cles.remove(courante);
        cles.add(0, courante);
        return cles.stream()
                .filter(cle -> cle.regles() == Pliage.VERSION)
                .map(cle -> new Generation(cle.version(), empreinte(cle, pliees, maintenant)))
                .toList();
    }

    @Override
    public byte[] contradiction(byte[] identite, Sealed<?> valeur) {
        var courante = trousseau.contradictions().courante(trousseau.maintenant());
        return contradiction(new Generation(courante.version(), identite), valeur);
    }

    @Override
    public byte[] contradiction(Generation identite, Sealed<?> valeur) {
        if (valeur == null) {
            return null;
        }
        var maintenant = trousseau.maintenant();
        var cle = trousseau
                .contradictions()
                .version(identite.numero())
                .orElseThrow(() -> new ClesIndisponibles("génération d'index inconnue : " + identite.numero()));
        var texte = Partie.texte(Recu.valeur(valeur)).getBytes(StandardCharsets.UTF_8);
        return empreinte(cle, Parties.assemble(Arrays.asList(identite.empreinte(), texte)), maintenant);
    }

    private static byte[] empreinte(CleVive cle, byte[] octets, long maintenant) {
        if (cle.regles() != Pliage.VERSION) {
            throw new ClesIndisponibles(
                    "les index de " + cle + " suivent des règles de pliage que cette version ignore");
        }
        return Arrays.copyOf(cle.moteurs(maintenant).hmac(octets), LONGUEUR);
    }
}
