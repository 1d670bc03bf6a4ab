package fr.gouv.apprentissage.bal.referentiel;

import java.util.List;

/**
 * An operator of skills, which pays for the training of the companies of its branches: eleven of them (domain.md §3.2), and two technical values.
 *
 * @param code as {@code Employeur.opco} and a perimeter name it
 * @param nom as people read it
 * @param technique whether it stands for none: not known, or several
 * @param ecritures other ways in which sources write it
 */
public record Opco(String code, String nom, boolean technique, List<String> ecritures) {

    public Opco {
        ecritures = List.copyOf(ecritures);
    }
}
