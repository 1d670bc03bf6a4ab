package fr.gouv.apprentissage.bal.scellement;

/**
 * Why the holder did not do what it was asked, by name: what the log, readiness and the metrics say. Out of reach and refused are told apart,
 * since what is in memory serves on in the one case and not in the other.
 */
public enum Panne {
    /** Nobody listens, or the connection broke. */
    HORS_D_ATTEINTE("ne répond pas", true, false),
    /** No answer in time. */
    DELAI_DEPASSE("n'a pas répondu à temps", true, false),
    /** It runs, and is sealed, in standby or not initialised. */
    SCELLE("est scellé ou pas encore prêt", true, false),
    /** TLS: whoever answers could not prove to be the holder. */
    CERTIFICAT("présente un certificat qui n'est pas reconnu", true, false),
    /** It failed at this one thing. */
    ERREUR("a échoué", false, false),
    /** No right to this key, or a token that is no longer good and could not be had anew. */
    DROIT_REFUSE("refuse : droit absent, ou jeton expiré ou révoqué", false, true),
    /** There is no such key. */
    CLE_ABSENTE("ne connaît pas cette clé", false, true),
    /** The version that wrapped it is below the one that may still be used. */
    VERSION_RETIREE("refuse : version de la clé maîtresse retirée", false, true),
    /** What the table holds is not what was wrapped. */
    ENVELOPPE_ABIMEE("refuse : clé enveloppée abîmée, ou d'un autre détenteur", false, true),
    /** Any other no. */
    DEMANDE_REFUSEE("refuse", false, true);

    private final String texte;
    private final boolean generale;
    private final boolean refus;

    Panne(String texte, boolean generale, boolean refus) {
        this.texte = texte;
        this.generale = generale;
        this.refus = refus;
    }

    /** What the holder does, in French, as the end of a sentence that it begins. */
    public String texte() {
        return texte;
    }

    /** Whether any other call would now end the same way. */
    boolean generale() {
        return generale;
    }

    /** Whether the holder answered no. */
    public boolean refus() {
        return refus;
    }
}
