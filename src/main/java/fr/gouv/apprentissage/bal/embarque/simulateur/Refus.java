package fr.gouv.apprentissage.bal.embarque.simulateur;

/** An answer that is no page: HTTP status, a message in French, and how long to wait where that is known. */
final class Refus extends Exception {

    private static final long serialVersionUID = 1L;

    private final int statut;
    private final long reessayerApres;

    Refus(int statut, String message) {
        this(statut, message, 0);
    }

    /** @param reessayerApres seconds, 0: not said */
    Refus(int statut, String message, long reessayerApres) {
        super(message);
        this.statut = statut;
        this.reessayerApres = reessayerApres;
    }

    int statut() {
        return statut;
    }

    long reessayerApres() {
        return reessayerApres;
    }
}
