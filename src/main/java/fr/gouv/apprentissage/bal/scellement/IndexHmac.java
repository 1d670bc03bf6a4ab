package fr.gouv.apprentissage.bal.scellement;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Blind indexes under the index keys of the ring. A generation is a version of the kinds' keys; each is tied to one version of the folding
 * rules, so that new rules are a new generation too. All kinds turn together and share its number.
 */
@Singleton
final class IndexHmac implements IndexAveugles {

    private static final int LONGUEUR = 16;

    private final Trousseau trousseau;
    private final Map<Integer, Regles> regles;

    @Inject
    IndexHmac(Trousseau trousseau) {
        this(trousseau, Regles.CONNUES);
    }

    IndexHmac(Trousseau trousseau, Map<Integer, Regles> regles) {
        this.trousseau = trousseau;
        this.regles = regles;
    }

    @Override
    public byte[] empreinte(GenreIndex genre, List<Sealed<?>> parties) {
        var maintenant = trousseau.maintenant();
        return empreinte(genre, trousseau.index(genre).courante(maintenant), parties, maintenant);
    }

    @Override
    public Map<GenreIndex, List<Integer>> generations() {
        var maintenant = trousseau.maintenant();
        var generations = new EnumMap<GenreIndex, List<Integer>>(GenreIndex.class);
        for (var genre : GenreIndex.values()) {
            generations.put(
                    genre,
                    generations(trousseau.index(genre), maintenant).stream()
                            .map(CleVive::version)
                            .toList());
        }
        return generations;
    }

    @Override
    public List<Generation> empreintes(GenreIndex genre, List<Sealed<?>> parties) {
        var maintenant = trousseau.maintenant();
        return generations(trousseau.index(genre), maintenant).stream()
                .map(cle -> new Generation(cle.version(), empreinte(genre, cle, parties, maintenant)))
                .toList();
    }

    /**
     * The current generation, then the others. One that is only announced has no row that stands under it alone: where this code does not know
     * its rules, or its keys are not in memory yet, it can be left out. Any other that cannot be asked would leave rows out.
     */
    private List<CleVive> generations(Lignee lignee, long maintenant) {
        var courante = lignee.courante(maintenant);
        var toutes = lignee.versions();
        if (toutes.size() == 1) {
            return toutes;
        }
        var cles = new ArrayList<>(toutes);
        Collections.reverse(cles);
        cles.remove(courante);
        cles.add(0, courante);
        cles.removeIf(cle -> cle != courante && !cle.active(maintenant) && !prete(cle, maintenant));
        return cles;
    }

    private boolean prete(CleVive annoncee, long maintenant) {
        return regles.containsKey(annoncee.regles())
                && annoncee.presente(maintenant)
                && trousseau
                        .contradictions()
                        .version(annoncee.version())
                        .filter(cle -> cle.presente(maintenant))
                        .isPresent();
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

    private byte[] empreinte(GenreIndex genre, CleVive cle, List<Sealed<?>> parties, long maintenant) {
        return empreinte(cle, Partie.plie(genre, parties, regles(cle)), maintenant);
    }

    private Regles regles(CleVive cle) {
        var connues = regles.get(cle.regles());
        if (connues == null) {
            throw new ClesIndisponibles(
                    "les index de " + cle + " suivent des règles de pliage que cette version ignore");
        }
        return connues;
    }

    private static byte[] empreinte(CleVive cle, byte[] octets, long maintenant) {
        return Arrays.copyOf(cle.moteurs(maintenant).hmac(octets), LONGUEUR);
    }
}
