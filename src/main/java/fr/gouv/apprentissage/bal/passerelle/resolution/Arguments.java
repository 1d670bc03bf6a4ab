package fr.gouv.apprentissage.bal.passerelle.resolution;

import fr.gouv.apprentissage.bal.declaration.ArgumentInvalide;
import fr.gouv.apprentissage.bal.identifiant.IdentifiantInvalide;
import fr.gouv.apprentissage.bal.identifiant.Ine;
import fr.gouv.apprentissage.bal.identifiant.NumeroContrat;
import fr.gouv.apprentissage.bal.identifiant.Telephone;
import fr.gouv.apprentissage.bal.passerelle.schema.TypesJava;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;

/** Makes of coerced values what a method asks for: input objects become records by the names of their components, lists stay lists. */
public final class Arguments {
    /** Value types that the schema shows as texts: their rules are checked here, not by a scalar. */
    private static final Map<Class<?>, Function<String, Object>> TEXTES =
            Map.of(Ine.class, Ine::lis, Telephone.class, Telephone::lis, NumeroContrat.class, NumeroContrat::lis);

    private Arguments() {}

    /**
     * The value of an argument.
     *
     * @param nom name of the argument, for errors
     * @param type what the method asks for
     * @param valeur as graphql-java coerced it; null: absent
     * @throws ArgumentInvalide when a text is not valid for its value type
     */
    public static Object valeur(String nom, Type type, Object valeur) {
        if (valeur == null) {
            return null;
        }
        var elements = TypesJava.elements(type);
        if (elements.isPresent()) {
            return ((Collection<?>) valeur)
                    .stream()
                            .map(element -> valeur(nom, elements.get(), element))
                            .toList();
        }
        if (valeur instanceof Map<?, ?> objet && type instanceof Class<?> classe && classe.isRecord()) {
            return objet(nom, classe, objet);
        }
        var lecture = TEXTES.get(type);
        return lecture != null && valeur instanceof String texte ? lis(nom, lecture, texte) : valeur;
    }

    private static Object lis(String nom, Function<String, Object> lecture, String texte) {
        try {
            return lecture.apply(texte);
        } catch (IdentifiantInvalide invalide) {
            throw new ArgumentInvalide(nom, nom + " : " + invalide.getMessage());
        }
    }

    private static Object objet(String nom, Class<?> classe, Map<?, ?> objet) {
        var composants = classe.getRecordComponents();
        var types = Arrays.stream(composants).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var valeurs = Arrays.stream(composants)
                .map(composant -> valeur(
                        nom + "." + composant.getName(), composant.getGenericType(), objet.get(composant.getName())))
                .toArray();
        try {
            var constructeur = classe.getDeclaredConstructor(types);
            constructeur.setAccessible(true);
            return constructeur.newInstance(valeurs);
        } catch (ReflectiveOperationException echec) {
            throw new IllegalStateException("entrée " + classe.getSimpleName() + " non construite", echec);
        }
    }
}
