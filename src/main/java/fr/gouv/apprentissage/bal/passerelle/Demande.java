package fr.gouv.apprentissage.bal.passerelle;

import fr.gouv.apprentissage.bal.habilitation.Appelant;
import fr.gouv.apprentissage.bal.passerelle.erreur.CodeErreur;
import fr.gouv.apprentissage.bal.passerelle.execution.Mode;
import graphql.GraphQLContext;
import java.util.Optional;

/**
 * What is known of a request once its caller is: how it came in is forgotten.
 *
 * @param appelant who asks, and for what
 * @param refusDeFinalite why no purpose holds, for operations that need one
 * @param mode what becomes of coordinates that are granted nowhere
 * @param operation name of the operation, only where it is registered for the caller
 */
public record Demande(Appelant appelant, Optional<CodeErreur> refusDeFinalite, Mode mode, Optional<String> operation) {
    /** Where graphql-java's context holds it. */
    public static final String CLE = Demande.class.getName();

    /** One whose operation is not registered, or not known yet. */
    public Demande(Appelant appelant, Optional<CodeErreur> refusDeFinalite, Mode mode) {
        this(appelant, refusDeFinalite, mode, Optional.empty());
    }

    /** The same for an operation that is registered by this name. */
    public Demande enregistree(String nom) {
        return new Demande(appelant, refusDeFinalite, mode, Optional.of(nom));
    }

    /** The request that is being answered. */
    public static Demande de(GraphQLContext contexte) {
        return contexte.get(CLE);
    }
}
