package fr.gouv.apprentissage.bal.embarque.generateur;

import java.time.LocalDate;

/**
 * A day on which DECA says something of a contract.
 *
 * @param jour day
 * @param nature what happened
 * @param portee which extracts say it
 */
record Episode(LocalDate jour, Nature nature, Portee portee) {

    /** What can happen to a contract. */
    enum Nature {
        CREATION,
        /** The other extract says it a day or two later. */
        RETARD,
        RUPTURE,
        /** A rupture that was declared is no longer. */
        RETRAIT_RUPTURE,
        CORRECTION,
        SUPPRESSION,
        ANNULATION,
        NOM_CHANGE,
        CONTACT,
        /** Values that were there are empty. */
        VIDE,
        FIN,
        /** The extracts of one day differ in fields that both carry. */
        DESACCORD,
        /** One extract says it twice within the day, not alike. */
        DOUBLON
    }

    /** Which extracts say it. */
    enum Portee {
        LES_DEUX,
        LBA_SEUL,
        TBA_SEUL;

        boolean concerne(Extrait extrait) {
            return this == LES_DEUX || (this == LBA_SEUL) == (extrait == Extrait.LBA);
        }
    }
}
