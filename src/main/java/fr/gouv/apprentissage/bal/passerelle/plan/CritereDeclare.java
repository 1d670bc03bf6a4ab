package fr.gouv.apprentissage.bal.passerelle.plan;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.declaration.Critere;
import fr.gouv.apprentissage.bal.declaration.Filtre;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A criterion as its filter declares it.
 *
 * @param nom name of the input field
 * @param par coordinates on which the caller needs FILTRER; none for ids
 * @param critere how it bounds rows; empty for the criteria on a person, which indexes answer
 */
record CritereDeclare(String nom, List<Coordonnee> par, Optional<Critere> critere) {

    /** The criteria of a filter, in declared order. */
    static List<CritereDeclare> de(Class<?> filtre) {
        return Arrays.stream(filtre.getRecordComponents())
                .map(composant -> new CritereDeclare(
                        composant.getName(),
                        Optional.ofNullable(composant.getAnnotation(Filtre.class)).stream()
                                .flatMap(annotation -> Arrays.stream(annotation.par()))
                                .map(Coordonnee::lis)
                                .toList(),
                        Optional.ofNullable(composant.getAnnotation(Critere.class))))
                .toList();
    }
}
