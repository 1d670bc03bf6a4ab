package fr.gouv.apprentissage.bal.passerelle.schema;

import fr.gouv.apprentissage.bal.declaration.Modification;
import fr.gouv.apprentissage.bal.declaration.Requete;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/** Finds the root fields, by name: methods have no stable order. */
public final class LectureDesRacines {
    private LectureDesRacines() {}

    /**
     * The root fields that these holders declare.
     *
     * @throws IllegalStateException when two methods declare one field, or a planned one is not a field of Query
     */
    public static List<RacineDeSchema> lis(Racines racines) {
        var champs = new ArrayList<RacineDeSchema>();
        racines.planifiees().forEach(porteur -> ajoute(champs, porteur, true));
        racines.resolveurs().forEach(porteur -> ajoute(champs, porteur, false));
        champs.sort(Comparator.comparing(RacineDeSchema::type).thenComparing(RacineDeSchema::nom));
        var vus = new HashSet<String>();
        for (var champ : champs) {
            if (!vus.add(champ.type() + "." + champ.nom())) {
                throw new IllegalStateException("deux méthodes déclarent " + champ.type() + "." + champ.nom());
            }
        }
        return List.copyOf(champs);
    }

    /** The methods of a record that are fields with arguments. */
    public static List<Method> methodes(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(methode -> methode.isAnnotationPresent(Requete.class) && !methode.isSynthetic())
                .toList();
    }

    /** The components of a record that are fields; one that a method of its name shows with arguments is not. */
    public static List<RecordComponent> composants(Class<?> type) {
        var methodes = methodes(type);
        return Arrays.stream(type.getRecordComponents())
                .filter(composant ->
                        methodes.stream().noneMatch(methode -> methode.getName().equals(composant.getName())))
                .toList();
    }

    private static void ajoute(List<RacineDeSchema> champs, Class<?> porteur, boolean planifiees) {
        Arrays.stream(porteur.getDeclaredMethods())
                .filter(methode -> !methode.isSynthetic())
                .forEach(methode -> ajoute(champs, methode, planifiees));
    }

    private static void ajoute(List<RacineDeSchema> champs, Method methode, boolean planifiee) {
        if (methode.isAnnotationPresent(Requete.class)) {
            champs.add(new RacineDeSchema("Query", methode, planifiee));
        }
        if (methode.isAnnotationPresent(Modification.class)) {
            if (planifiee) {
                throw new IllegalStateException("une modification n'est pas planifiée : " + methode.getName());
            }
            champs.add(new RacineDeSchema("Mutation", methode, false));
        }
    }
}
