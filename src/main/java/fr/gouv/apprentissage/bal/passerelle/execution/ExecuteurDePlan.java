package fr.gouv.apprentissage.bal.passerelle.execution;

import graphql.execution.MergedField;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Answers the planned root fields of an operation. */
public interface ExecuteurDePlan {
    /**
     * Answers these root fields. Completes on any thread; never fails: failures are errors in the answer.
     *
     * @param operation the operation
     * @param racines those of its root fields for which {@link #estPlanifie} holds, in the order of the document
     */
    Uni<Reponse> execute(Operation operation, List<MergedField> racines);

    /** Whether this root field of Query is planned. */
    boolean estPlanifie(String champRacine);
}
