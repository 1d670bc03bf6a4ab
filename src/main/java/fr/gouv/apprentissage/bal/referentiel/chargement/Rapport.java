package fr.gouv.apprentissage.bal.referentiel.chargement;

import java.util.List;

/**
 * What a load read and changed.
 *
 * @param fichiers by file, in the order of the sources: organismes, diplomas, levels
 * @param organismes effect on the organismes
 * @param certifications effect on the diplomas
 * @param uaisPartages UAIs that stand on several organismes, all files together
 */
public record Rapport(List<RapportDeFichier> fichiers, Effet organismes, Effet certifications, int uaisPartages) {

    public Rapport {
        fichiers = List.copyOf(fichiers);
    }
}
