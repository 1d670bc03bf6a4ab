package fr.gouv.apprentissage.bal.habilitation.observation;

/** Takes note of what clients send. */
public interface Observateur {

    /** A mark for this operation: whoever meets the same again keeps it, and touches it each time. */
    Marque marque(OperationVue operation);
}
