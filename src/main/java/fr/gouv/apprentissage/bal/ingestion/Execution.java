package fr.gouv.apprentissage.bal.ingestion;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * A run, as its table has it.
 *
 * @param id its id
 * @param connecteur connector
 * @param etat where it stands
 * @param relecture whether it reads a period that somebody asked for
 * @param commenceLe first start, null before
 * @param termineLe end, null before
 * @param du first day, null until it starts
 * @param au last day, null until it starts
 * @param jour last day merged, null before
 * @param bilan counts
 * @param lignes where rows with a doubt stand
 * @param derives where rows did not look as the contract of the source says
 * @param erreur why it failed or waits, null otherwise
 */
record Execution(
        long id,
        String connecteur,
        EtatExecution etat,
        boolean relecture,
        OffsetDateTime commenceLe,
        OffsetDateTime termineLe,
        LocalDate du,
        LocalDate au,
        LocalDate jour,
        Bilan bilan,
        List<LignesSignalees> lignes,
        List<Derive> derives,
        String erreur) {

    Execution {
        lignes = List.copyOf(lignes);
        derives = List.copyOf(derives);
    }
}
