package fr.gouv.apprentissage.bal.referentiel.chargement;

import java.util.List;

/**
 * What became of the rows of one file.
 *
 * @param fichier its name
 * @param lus rows read
 * @param gardes rows kept, corrected ones included
 * @param corriges rows kept with a value corrected or dropped
 * @param refuses rows refused
 * @param corrections what was corrected, the first {@value #REMARQUES}
 * @param refus why rows were refused, the first {@value #REMARQUES}
 * @param uaisPartages UAIs that stand on several SIRETs of this file
 * @param lignesPartagees rows that bear one of these
 */
public record RapportDeFichier(
        String fichier,
        int lus,
        int gardes,
        int corriges,
        int refuses,
        List<Remarque> corrections,
        List<Remarque> refus,
        int uaisPartages,
        int lignesPartagees) {

    /** Most remarks of each kind that a report keeps: a file of garbage must not fill the memory. */
    static final int REMARQUES = 1000;

    public RapportDeFichier {
        corrections = List.copyOf(corrections);
        refus = List.copyOf(refus);
    }

    /** One line for the log. */
    @Override
    public String toString() {
        return "%s : %d lus, %d gardés dont %d corrigés, %d refusés, %d UAI sur plusieurs SIRET (%d lignes)"
                .formatted(fichier, lus, gardes, corriges, refuses, uaisPartages, lignesPartagees);
    }
}
