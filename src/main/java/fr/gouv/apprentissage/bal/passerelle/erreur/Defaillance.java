package fr.gouv.apprentissage.bal.passerelle.erreur;

import fr.gouv.apprentissage.bal.declaration.ArgumentInvalide;
import fr.gouv.apprentissage.bal.declaration.CurseurInvalide;
import fr.gouv.apprentissage.bal.droits.effacement.EffacementImpossible;
import fr.gouv.apprentissage.bal.habilitation.ClientSuspendu;
import fr.gouv.apprentissage.bal.habilitation.OctroiRefuse;
import fr.gouv.apprentissage.bal.identifiant.IdentifiantInvalide;
import fr.gouv.apprentissage.bal.journal.JournalIndisponible;
import fr.gouv.apprentissage.bal.scellement.ClesIndisponibles;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** What a caller is told of an exception. */
public final class Defaillance {
    private static final Logger JOURNAL = Logger.getLogger(Defaillance.class);

    /** SQLSTATE of values that PostgreSQL cannot take: out of range, a date it does not know, U+0000. The server is well, the value is not. */
    private static final Set<String> VALEURS = Set.of("22003", "22007", "22008", "22021", "22P05");

    private Defaillance() {}

    /**
     * The error for this exception. What is nobody's fault but ours is logged: by the exception's type and stack alone, since its message may hold a
     * value.
     */
    public static Erreur erreur(Throwable exception) {
        var cause = cause(exception);
        if (cause instanceof OperationRefusee refus) {
            return refus.erreur();
        }
        if (cause instanceof ArgumentInvalide invalide) {
            return argument(invalide.argument(), invalide.getMessage());
        }
        if (cause instanceof IdentifiantInvalide invalide) {
            return Erreur.de(CodeErreur.VALEUR_INVALIDE, invalide.getMessage());
        }
        if (cause instanceof OctroiRefuse refus) {
            return Erreur.de(CodeErreur.OCTROI_REFUSE, refus.getMessage());
        }
        if (cause instanceof EffacementImpossible refus) {
            return Erreur.de(CodeErreur.EFFACEMENT_IMPOSSIBLE, refus.getMessage());
        }
        if (cause instanceof ClientSuspendu) {
            return Erreur.de(CodeErreur.CLIENT_SUSPENDU);
        }
        if (cause instanceof CurseurInvalide) {
            return Erreur.de(CodeErreur.CURSEUR_INVALIDE);
        }
        if (cause instanceof PgException base && base.getSqlState() != null && VALEURS.contains(base.getSqlState())) {
            return Erreur.de(CodeErreur.VALEUR_INVALIDE);
        }
        var code = panne(cause);
        JOURNAL.errorf(sansMessage(cause), "Échec d'une opération : %s", code);
        return Erreur.de(code);
    }

    private static Erreur argument(String argument, String message) {
        return new Erreur(
                CodeErreur.VALEUR_INVALIDE, message, List.of(), Optional.empty(), Map.of("argument", argument));
    }

    private static CodeErreur panne(Throwable cause) {
        if (cause instanceof JournalIndisponible) {
            return CodeErreur.JOURNAL_INDISPONIBLE;
        }
        if (cause instanceof ClesIndisponibles) {
            return CodeErreur.CLES_INDISPONIBLES;
        }
        var base = cause instanceof PgException
                || cause instanceof SQLException
                || cause instanceof ClosedConnectionException
                || cause instanceof IOException
                || cause instanceof TimeoutException
                || cause instanceof VertxException;
        return base ? CodeErreur.BASE_INDISPONIBLE : CodeErreur.ERREUR_INTERNE;
    }

    private static Throwable cause(Throwable exception) {
        var cause = exception;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static Throwable sansMessage(Throwable cause) {
        var trace = new IllegalStateException(cause.getClass().getName());
        trace.setStackTrace(cause.getStackTrace());
        return trace;
    }
}
