package fr.gouv.apprentissage.bal.passerelle.http;

import fr.gouv.apprentissage.bal.passerelle.Demande;
import fr.gouv.apprentissage.bal.passerelle.erreur.CodeErreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.Erreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.OperationRefusee;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Has the token of an exchange checked. Not done beforehand by Quarkus, whose own refusal is no GraphQL answer. */
@Singleton
public class Identification {
    private final IdentityProviderManager fournisseurs;
    private final Authentification authentification;

    Identification(IdentityProviderManager fournisseurs, Authentification authentification) {
        this.fournisseurs = fournisseurs;
        this.authentification = authentification;
    }

    /** Who asks; fails with {@link OperationRefusee} when nobody does who may. */
    Uni<Demande> de(RoutingContext echange) {
        // Without a handler of failures Quarkus leaves the answer to us.
        echange.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        return QuarkusHttpUser.getSecurityIdentity(echange, fournisseurs)
                .onFailure(AuthenticationFailedException.class)
                .transform(echec -> new OperationRefusee(Erreur.de(CodeErreur.NON_AUTHENTIFIE)))
                .map(identite -> authentification.demande(identite, echange.request()));
    }
}
