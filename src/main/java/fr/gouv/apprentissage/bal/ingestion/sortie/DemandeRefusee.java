package fr.gouv.apprentissage.bal.ingestion.sortie;

import fr.gouv.apprentissage.bal.ingestion.SourceRefusee;

/** The source answers that it does not take this request as it is. Nothing of what it says is kept: some sources repeat what they were asked. */
public final class DemandeRefusee extends SourceRefusee {

    private static final long serialVersionUID = 1L;

    private final int statut;

    DemandeRefusee(int statut) {
        super("la source refuse la demande (" + statut + ")");
        this.statut = statut;
    }

    /** HTTP status, 300 to 499. */
    public int statut() {
        return statut;
    }
}
