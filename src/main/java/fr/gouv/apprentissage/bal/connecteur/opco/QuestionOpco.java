package fr.gouv.apprentissage.bal.connecteur.opco;

import fr.gouv.apprentissage.bal.identifiant.Courriel;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import io.smallrye.mutiny.Uni;

/** A live question to one OPCO: does it know this address at this establishment, or its company? */
public interface QuestionOpco {

    /** The source of what it answers, as a fact of contact names it: AKTO, OPCO_EP. */
    String source();

    /** Whether the OPCO is configured and in use; otherwise it answers {@code INCONNU} to everything. */
    boolean active();

    /**
     * Asks. The answer comes within the source's limit (5 s in all, domain.md §3.1: token, waiting for its rate, and the answer), on any thread, and
     * never fails: a fault, a timeout, a refusal, an open breaker, too many questions at once and an answer that cannot be read are {@code INCONNU}.
     *
     * @param courriel as a caller just gave it; a stored one is not asked about
     */
    Uni<ReponseOpco> demande(Sealed<Courriel> courriel, Siret siret);
}
