package fr.gouv.apprentissage.bal.passerelle.execution;

import fr.gouv.apprentissage.bal.journal.JournalIndisponible;
import fr.gouv.apprentissage.bal.passerelle.erreur.CodeErreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.Erreur;
import fr.gouv.apprentissage.bal.scellement.ClesIndisponibles;
import io.vertx.sqlclient.DatabaseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** What fails while a plan runs, as a refusal of the whole: no row leaves. */
final class Defaillance {

    private static final Logger JOURNAL = Logger.getLogger(Defaillance.class);

    private Defaillance() {}

    static Reponse reponse(Throwable cause) {
        if (cause instanceof ArgumentRefuse refuse) {
            return Reponse.refus(List.of(new Erreur(
                    refuse.code(),
                    refuse.getMessage(),
                    List.of(),
                    Optional.empty(),
                    Map.of("argument", refuse.argument()))));
        }
        var code = code(cause);
        // the cause's message may repeat values: only its kind is told
        JOURNAL.errorf("opération refusée (%s) : %s", code, cause.getClass().getName());
        return Reponse.refus(erreurs(code));
    }

    static List<Erreur> erreurs(CodeErreur code) {
        return List.of(new Erreur(code, code.message(), List.of(), Optional.empty(), Map.of()));
    }

    private static CodeErreur code(Throwable cause) {
        if (cause instanceof JournalIndisponible) {
            return CodeErreur.JOURNAL_INDISPONIBLE;
        }
        if (cause instanceof ClesIndisponibles) {
            return CodeErreur.CLES_INDISPONIBLES;
        }
        if (cause instanceof DatabaseException
                || cause instanceof TimeoutException
                || cause instanceof java.io.IOException
                || cause.getClass().getName().startsWith("io.vertx.")) {
            return CodeErreur.BASE_INDISPONIBLE;
        }
        return CodeErreur.ERREUR_INTERNE;
    }
}
