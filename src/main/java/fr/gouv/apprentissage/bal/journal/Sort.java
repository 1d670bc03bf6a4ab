package fr.gouv.apprentissage.bal.journal;

/** What {@code journal.inscris} made of an entry, in the order of its answers. */
enum Sort {
    ACCEPTEE,
    /** The habilitations have moved. */
    PERIMEE,
    /** It does not follow the last entry of its chain, for one before it was refused. */
    ROMPUE;

    private static final Sort[] PAR_REPONSE = values();

    static Sort de(int reponse) {
        return PAR_REPONSE[reponse];
    }
}
