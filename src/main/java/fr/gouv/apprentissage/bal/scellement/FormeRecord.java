package fr.gouv.apprentissage.bal.scellement;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A record by its components; one of a single component is that component alone. */
final class FormeRecord<R> implements Canonique<R> {

    private record Composant(Method lecture, Canonique<Object> forme) {}

    private final Constructor<R> constructeur;
    private final List<Composant> composants;

    private FormeRecord(Constructor<R> constructeur, List<Composant> composants) {
        this.constructeur = constructeur;
        this.composants = composants;
    }

    static <R> FormeRecord<R> de(Class<R> type) {
        var composants = type.getRecordComponents();
        var types = Arrays.stream(composants).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var constructeur = type.getDeclaredConstructor(types);
            constructeur.setAccessible(true);
            return new FormeRecord<>(
                    constructeur,
                    Arrays.stream(composants).map(FormeRecord::composant).toList());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("le record " + type.getName() + " ne se construit pas", e);
        }
    }

    // The declared type says which form it is; the value has passed through that type.
    @SuppressWarnings("unchecked")
    private static Composant composant(RecordComponent composant) {
        composant.getAccessor().setAccessible(true);
        return new Composant(composant.getAccessor(), (Canonique<Object>) Canoniques.de(composant.getGenericType()));
    }

    @Override
    public byte[] octets(R valeur) {
        var parties = new ArrayList<byte[]>();
        for (var composant : composants) {
            var partie = lis(composant, valeur);
            parties.add(partie == null ? null : composant.forme().octets(partie));
        }
        return parties.size() == 1 ? parties.get(0) : Parties.assemble(parties);
    }

    @Override
    public R lis(byte[] octets) {
        var parties = composants.size() == 1 ? List.of(octets) : Parties.separe(octets);
        if (parties.size() != composants.size()) {
            throw new ValeurAlteree("la valeur ouverte n'a pas le nombre de parties de son type");
        }
        var valeurs = new Object[parties.size()];
        for (int i = 0; i < valeurs.length; i++) {
            var partie = parties.get(i);
            valeurs[i] = partie == null ? null : composants.get(i).forme().lis(partie);
        }
        try {
            return constructeur.newInstance(valeurs);
        } catch (ReflectiveOperationException e) {
            // Without its cause, whose message may show the value.
            throw new ValeurAlteree("la valeur ouverte est refusée par son type");
        }
    }

    private static Object lis(Composant composant, Object valeur) {
        try {
            return composant.lecture().invoke(valeur);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "le composant " + composant.lecture().getName() + " ne se lit pas", e);
        }
    }
}
