package fr.gouv.apprentissage.bal.journal.verification;

/**
 * A fault that was found.
 *
 * @param genre what kind
 * @param ou the entry (chain and rank), the checkpoint or the receipt; no personal value
 */
public record Constat(Genre genre, String ou) {

    /** What may be wrong, as the report says it. */
    public enum Genre {
        LIGNE_ILLISIBLE("ligne illisible"),
        ENTREE_MANQUANTE("entrée manquante"),
        ENTREE_ALTEREE("entrée altérée"),
        ENTREE_DEPLACEE("entrée déplacée"),
        ENTREE_INTERCALEE("entrée intercalée"),
        ENTREE_DOUBLEE("entrée en double"),
        CHAINE_MANQUANTE("chaîne manquante"),
        /** Entries fit each other, but not what the witness was told. */
        CHAINE_REECRITE("chaîne réécrite"),
        CHAINE_SANS_JALON("chaîne qui finit sans jalon"),
        JALON_MANQUANT("jalon manquant"),
        JALON_ALTERE("jalon altéré"),
        /** Not signed by a key that was given. */
        JALON_CONTREFAIT("jalon contrefait"),
        RECU_SANS_ENTREE("reçu auquel aucune entrée ne répond");

        private final String texte;

        Genre(String texte) {
            this.texte = texte;
        }
    }

    @Override
    public String toString() {
        return genre.texte + " : " + ou;
    }
}
