package fr.gouv.apprentissage.bal.referentiel.chargement;

import java.util.List;

/**
 * What to load. A part without any source is left as it stands; a part with one is replaced by what its sources say together.
 *
 * @param organismes lists of training centres (CSV) and the référentiel (JSON array), told apart by their content
 * @param diplomes diplomas of the BCN (CSV)
 * @param niveaux levels of these diplomas (CSV); of use with diplomas only
 */
public record Sources(List<Source> organismes, List<Source> diplomes, List<Source> niveaux) {

    public Sources {
        organismes = List.copyOf(organismes);
        diplomes = List.copyOf(diplomes);
        niveaux = List.copyOf(niveaux);
    }

    /** Nothing to load. */
    public static Sources aucune() {
        return new Sources(List.of(), List.of(), List.of());
    }

    /** Whether there is nothing to load. */
    public boolean vide() {
        return organismes.isEmpty() && diplomes.isEmpty();
    }

    /** These, and for each part that they lack, the other's. */
    Sources ouSinon(Sources autres) {
        return new Sources(
                organismes.isEmpty() ? autres.organismes : organismes,
                diplomes.isEmpty() ? autres.diplomes : diplomes,
                diplomes.isEmpty() ? autres.niveaux : niveaux);
    }
}
