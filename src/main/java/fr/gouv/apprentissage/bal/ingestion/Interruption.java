package fr.gouv.apprentissage.bal.ingestion;

/** What of our own stops a run that goes on by itself once it is mended. */
enum Interruption {
    BASE_INDISPONIBLE("la base de données est indisponible"),
    BASE_PLEINE("la base de données n'a plus de place"),
    CLES_INDISPONIBLES("les clés de scellement sont indisponibles");

    private final String libelle;

    Interruption(String libelle) {
        this.libelle = libelle;
    }

    /** As the operator reads it, in French. */
    String libelle() {
        return libelle;
    }
}
