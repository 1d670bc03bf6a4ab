package fr.gouv.apprentissage.bal.ingestion;

/** Somebody asked for the end of this run. */
final class Annulation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Annulation() {
        super("l'exécution est annulée", null, false, false);
    }
}
