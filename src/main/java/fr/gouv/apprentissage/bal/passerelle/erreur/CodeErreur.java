package fr.gouv.apprentissage.bal.passerelle.erreur;

/**
 * What can go wrong, as clients know it: {@code extensions.code} of an error (DESIGN.md, "Names that others rely on"; docs/errors.md has a line
 * for each). Names are stable.
 */
public enum CodeErreur {
    NON_AUTHENTIFIE(401, "Jeton absent ou invalide."),
    CLIENT_INCONNU(403, "Ce client n'est pas connu du registre des habilitations."),
    CLIENT_SUSPENDU(403, "Les habilitations de ce client sont suspendues."),
    JETON_MAL_FORME(403, "Le jeton porte une revendication illisible."),
    ROLE_REQUIS(403, "Cette opération est réservée à un rôle que le jeton ne porte pas."),
    OCTROI_REFUSE(403, "Cet octroi n'est pas permis à ce demandeur."),
    FINALITE_REQUISE(400, "Déclarez une finalité par l'en-tête X-Finalite : ce client n'en a pas par défaut."),
    FINALITE_NON_HABILITEE(403, "Ce client n'a pas d'habilitation pour cette finalité."),
    CHAMP_NON_HABILITE(403, "Champ non habilité."),
    FILTRE_NON_HABILITE(403, "Critère de filtre non habilité."),
    TRI_NON_HABILITE(403, "Ordre de tri non habilité."),
    VALEUR_INVALIDE(400, "Une valeur n'est pas du type attendu."),
    CURSEUR_INVALIDE(400, "Curseur inconnu, expiré, ou établi pour une autre requête."),
    REQUETE_TROP_GRANDE(413, "La requête dépasse une limite."),
    OPERATION_NON_ENREGISTREE(
            403, "Ce client n'exécute que des opérations enregistrées, et celle-ci ne l'est pas pour lui."),
    PERSISTED_QUERY_NOT_FOUND(400, "Aucun document connu pour cette empreinte : renvoyez le document avec elle."),
    EMPREINTE_FAUSSE(400, "L'empreinte sha256Hash n'est pas celle du document."),
    BUDGET_EPUISE(429, "Le budget de coût de ce client est épuisé pour cette minute."),
    RECHERCHES_EPUISEES(429, "Le budget de recherches sur des critères personnels de ce client est épuisé."),
    CORPS_TROP_LENT(408, "Le corps de la requête n'est pas arrivé à temps."),
    DELAI_DEPASSE(504, "La réponse n'a pas pu être donnée à temps : elle n'est pas sortie."),
    REQUETE_ILLISIBLE(400, "La requête n'est pas lisible."),
    REQUETE_INVALIDE(400, "La requête n'est pas conforme au schéma."),
    METHODE_NON_OFFERTE(405, "Seule la méthode POST est offerte."),
    TYPE_NON_OFFERT(406, "Aucun des types de réponse acceptés n'est offert."),
    TYPE_NON_LU(415, "Le corps de la requête doit être en application/json, UTF-8."),
    JOURNAL_INDISPONIBLE(
            503, "Le journal des divulgations est indisponible : aucune donnée ne sort. Réessayez plus tard."),
    CLES_INDISPONIBLES(503, "Les clés de déchiffrement sont indisponibles. Réessayez plus tard."),
    VALEUR_ALTEREE(500, "Une valeur enregistrée ne se déchiffre pas : elle est abîmée ou son secret n'existe plus."),
    EFFACEMENT_IMPOSSIBLE(503, "L'effacement n'a pas pu être fait : rien n'a été effacé. Réessayez plus tard."),
    BASE_INDISPONIBLE(503, "La base de données est indisponible. Réessayez plus tard."),
    ERREUR_INTERNE(500, "Erreur interne.");

    private final int statut;
    private final String message;

    CodeErreur(int statut, String message) {
        this.statut = statut;
        this.message = message;
    }

    /** HTTP status, 400 to 599, of an operation that is refused whole for this reason. */
    public int statut() {
        return statut;
    }

    /** What the caller reads, in French, where nothing more precise is known. */
    public String message() {
        return message;
    }
}
