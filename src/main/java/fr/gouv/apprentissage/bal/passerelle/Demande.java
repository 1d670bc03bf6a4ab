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
 */
public record Demande(Appelant appelant, Optional<CodeErreur> refusDeFinalite, Mode mode) {
    /** Where graphql-java's context holds it. */
    public static final String CLE = Demande.class.getName();

    /** The request that is being answered. */
    public static Demande de(GraphQLContext contexte) {
        return contexte.get(CLE);
    }
}
