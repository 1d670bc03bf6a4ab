package fr.gouv.apprentissage.bal.passerelle.oracle;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Everything that is stored.
 *
 * @param organismes rows of the nomenclature, by column
 * @param certifications rows of the nomenclature, by column
 * @param parUai key of the organisme that answers for a UAI
 * @param parRncp key of the certification that answers for a RNCP
 * @param fusions merged persons and their survivors
 */
record Monde(
        List<Fiche> fiches,
        List<Map<String, Object>> organismes,
        List<Map<String, Object>> certifications,
        Map<String, String> parUai,
        Map<String, String> parRncp,
        Map<Long, Long> fusions) {

    /** What is stated of a person, newest first. */
    List<Fiche> de(long personne) {
        return fiches.stream()
                .filter(fiche -> fiche.personne() != null && fiche.personne() == personne)
                .sorted(Comparator.comparing(Fiche::etatDu)
                        .thenComparing(Fiche::id)
                        .reversed())
                .toList();
    }

    List<Long> personnes() {
        return fiches.stream()
                .map(Fiche::personne)
                .filter(personne -> personne != null)
                .distinct()
                .sorted()
                .toList();
    }
}
