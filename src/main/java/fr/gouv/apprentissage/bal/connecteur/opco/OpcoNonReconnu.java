package fr.gouv.apprentissage.bal.connecteur.opco;

import fr.gouv.apprentissage.bal.ingestion.SourceRefusee;

/** A directory answers about a company, and what it answers stands for nothing that we know: asking again will not help, asking about others will. */
final class OpcoNonReconnu extends SourceRefusee {

    private static final long serialVersionUID = 1L;

    OpcoNonReconnu() {
        super("la source nomme un OPCO qui n'est pas connu");
    }
}
