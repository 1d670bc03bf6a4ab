package fr.gouv.apprentissage.bal.passerelle.erreur;

/** Stable error codes. */
public enum CodeErreur {
    CHAMP_NON_HABILITE,
    FILTRE_NON_HABILITE,
    TRI_NON_HABILITE,
    VALEUR_INVALIDE,
    CURSEUR_INVALIDE,
    REQUETE_TROP_GRANDE,
    JOURNAL_INDISPONIBLE,
    CLES_INDISPONIBLES,
    VALEUR_ALTEREE,
    BASE_INDISPONIBLE,
    ERREUR_INTERNE;

    /** Default message, French. */
    public String message() {
        return name();
    }
}
