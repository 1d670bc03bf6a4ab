package fr.gouv.apprentissage.bal.passerelle.execution;

import graphql.execution.MergedField;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Answers the root fields that records answer. */
public interface ExecuteurDePlan {

    /** Answers these root fields; completes on any thread and never fails: failures are errors in the answer. */
    Uni<Reponse> execute(Operation operation, List<MergedField> racines);

    /** Whether this root field of Query is answered by the plan. */
    boolean estPlanifie(String champRacine);
}
