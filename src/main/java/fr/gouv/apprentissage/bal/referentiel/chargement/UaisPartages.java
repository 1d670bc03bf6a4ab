package fr.gouv.apprentissage.bal.referentiel.chargement;

import java.util.Collection;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * UAIs that several organismes bear.
 *
 * @param nombre how many
 * @param lignes organismes that bear one of them
 */
record UaisPartages(int nombre, int lignes) {

    static final UaisPartages AUCUN = new UaisPartages(0, 0);

    static UaisPartages parmi(Collection<OrganismeLu> organismes) {
        var plusieurs = organismes.stream()
                .map(OrganismeLu::uai)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .values()
                .stream()
                .filter(nombre -> nombre > 1)
                .mapToInt(Long::intValue)
                .summaryStatistics();
        return new UaisPartages((int) plusieurs.getCount(), (int) plusieurs.getSum());
    }
}
