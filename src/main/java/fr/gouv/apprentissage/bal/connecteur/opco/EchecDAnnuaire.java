package fr.gouv.apprentissage.bal.connecteur.opco;

import fr.gouv.apprentissage.bal.ingestion.CompteRefuse;
import fr.gouv.apprentissage.bal.ingestion.SourceIndisponible;
import fr.gouv.apprentissage.bal.ingestion.SourceRefusee;
import java.time.Duration;
import java.util.Optional;

/**
 * Why a directory gave no answer about one company.
 *
 * @param source which one
 * @param cause what happened
 */
record EchecDAnnuaire(String source, Throwable cause) {

    /** It answered, about this company, what is no answer: of the others it may speak well. */
    boolean deLEntreprise() {
        return cause instanceof SourceRefusee && !deCompte();
    }

    /** It refuses who asks. */
    boolean deCompte() {
        return cause instanceof CompteRefuse;
    }

    /** It names an OPCO, or answers by a code, that we do not know. */
    boolean nonReconnu() {
        return cause instanceof OpcoNonReconnu;
    }

    /** It would say the same of any company. */
    boolean pourTous() {
        return deCompte() || attente().isPresent();
    }

    /** How long it asks to wait. */
    Optional<Duration> attente() {
        return cause instanceof SourceIndisponible absente ? absente.attente() : Optional.empty();
    }

    /** As the operator reads it, in French: messages of others than our own may hold what was sent. */
    String texte() {
        var quoi = cause instanceof SourceIndisponible || cause instanceof SourceRefusee
                ? cause.getMessage()
                : "sans réponse, " + cause.getClass().getSimpleName();
        return source + " : " + quoi;
    }
}
