package fr.gouv.apprentissage.bal.passerelle.entree;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.gouv.apprentissage.bal.passerelle.erreur.CodeErreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.Erreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.OperationRefusee;
import graphql.language.Document;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Refuses documents that are too large. A document is measured once and known by its identity, which is stable as long as the document cache
 * holds it: SmallRye's instrumentations would measure it again with each request (STACK.md, "Where the time goes").
 */
@Singleton
public class Limites {
    private static final int DOCUMENTS = 2048;

    private final Bornes bornes;
    private final Cache<Document, Optional<Erreur>> connus =
            Caffeine.newBuilder().weakKeys().maximumSize(DOCUMENTS).build();

    /** @param bornes what is taken */
    public Limites(Bornes bornes) {
        this.bornes = bornes;
    }

    /** @throws OperationRefusee when the document is too large; the error names the limit */
    public void verifie(Document document) {
        connus.get(document, this::mesure).ifPresent(erreur -> {
            throw new OperationRefusee(erreur);
        });
    }

    /** The error for a limit. */
    public static Erreur depassee(String limite, long maximum) {
        return new Erreur(
                CodeErreur.REQUETE_TROP_GRANDE,
                "La requête dépasse la limite « " + limite + " » (" + maximum + ").",
                List.of(),
                Optional.empty(),
                Map.of("limite", limite, "maximum", maximum));
    }

    /** The error for a limit. */
    public static Erreur depassee(Limite limite, Bornes bornes) {
        return depassee(limite.mot(), bornes.de(limite));
    }

    private Optional<Erreur> mesure(Document document) {
        var taille = Mesure.de(document);
        var nombres = new EnumMap<Limite, Long>(Limite.class);
        nombres.put(Limite.PROFONDEUR, taille.profondeur());
        nombres.put(Limite.ALIAS, taille.alias());
        nombres.put(Limite.DIRECTIVES, taille.directives());
        nombres.put(Limite.CHAMPS, taille.champs());
        nombres.put(Limite.RACINES, taille.racines());
        nombres.putAll(Litteraux.de(document));
        return nombres.entrySet().stream()
                .filter(nombre -> nombre.getValue() > bornes.de(nombre.getKey()))
                .findFirst()
                .map(nombre -> depassee(nombre.getKey(), bornes));
    }
}
