package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.declaration.ArgumentInvalide;
import fr.gouv.apprentissage.bal.declaration.Defaut;
import fr.gouv.apprentissage.bal.declaration.Description;
import fr.gouv.apprentissage.bal.declaration.NonNul;
import fr.gouv.apprentissage.bal.declaration.Requete;
import java.util.List;

/**
 * A source that is pulled, as {@code connecteurs} shows it.
 *
 * @param nom its name
 * @param source the source that its records carry
 * @param planification when it runs by itself: a cron expression, by the wall clock of its zone
 * @param actif whether it runs
 * @param curseur last day whose rows are merged, null before the first
 * @param quarantaine rows that could not be identified, by reason
 * @param executions its last 100 runs, newest first
 */
public record Connecteur(
        @NonNul String nom,
        @NonNul String source,
        @NonNul String planification,
        @NonNul Boolean actif,
        String curseur,
        @Description("Rows in quarantine, by reason") @NonNul List<Signalement> quarantaine,
        @NonNul List<ExecutionDeConnecteur> executions) {

    /** How many runs are kept at hand. */
    static final int EXECUTIONS = 100;

    public Connecteur {
        quarantaine = List.copyOf(quarantaine);
        executions = List.copyOf(executions);
    }

    /**
     * The last runs, newest first.
     *
     * @param first how many, 0 to 100
     * @throws ArgumentInvalide when it is out of bounds
     */
    @Requete
    @NonNul
    public List<ExecutionDeConnecteur> executions(@Defaut("10") Integer first) {
        var nombre = first == null ? 10 : first;
        if (nombre < 0 || nombre > EXECUTIONS) {
            throw new ArgumentInvalide("first", "entre 0 et " + EXECUTIONS);
        }
        return executions.subList(0, Math.min(nombre, executions.size()));
    }
}
