package fr.gouv.apprentissage.bal.ingestion;

/** Where a run stands. */
public enum EtatExecution {
    /** Asked for, or stopped to go on: the source is closed, keys are away, the replica ended. */
    EN_ATTENTE,
    EN_COURS,
    TERMINEE,
    ECHOUEE,
    ANNULEE;

    /** Whether nothing comes after it. */
    boolean finie() {
        return this != EN_ATTENTE && this != EN_COURS;
    }
}
