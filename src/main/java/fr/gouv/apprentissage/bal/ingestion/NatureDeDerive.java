package fr.gouv.apprentissage.bal.ingestion;

/** In what a row does not look as the contract of its source says. */
public enum NatureDeDerive {
    /** A field that the contract does not know. */
    NOUVEAU("champ inconnu"),
    /** A field that the contract expects, and that is not there. */
    ABSENT("champ absent"),
    /** A field that holds another type of value. */
    RETYPE("champ d'un autre type");

    private final String libelle;

    NatureDeDerive(String libelle) {
        this.libelle = libelle;
    }

    String libelle() {
        return libelle;
    }
}
