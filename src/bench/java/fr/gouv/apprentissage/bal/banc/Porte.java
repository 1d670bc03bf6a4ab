package fr.gouv.apprentissage.bal.banc;

import fr.gouv.apprentissage.bal.declaration.Catalogue;
import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.habilitation.Acces;
import fr.gouv.apprentissage.bal.habilitation.Appelant;
import fr.gouv.apprentissage.bal.habilitation.Decision;
import fr.gouv.apprentissage.bal.habilitation.Finalites;
import fr.gouv.apprentissage.bal.habilitation.Masque;
import fr.gouv.apprentissage.bal.habilitation.Octroi;
import fr.gouv.apprentissage.bal.habilitation.Perimetre;
import fr.gouv.apprentissage.bal.habilitation.RegistreCourant;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Token and rights of the two others, by hand: the token is checked by Quarkus as for our own route, the rights are looked at once for each revision. */
@Singleton
final class Porte {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final IdentityProviderManager fournisseurs;
    private final RegistreCourant registre;
    private final Catalogue catalogue;
    private final Clock horloge;
    private volatile Optional<Accord> dernier = Optional.empty();

    Porte(IdentityProviderManager fournisseurs, RegistreCourant registre, Catalogue catalogue, Clock horloge) {
        this.fournisseurs = fournisseurs;
        this.registre = registre;
        this.catalogue = catalogue;
        this.horloge = horloge;
    }

    Uni<Appelant> appelant(RoutingContext echange) {
        echange.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        return QuarkusHttpUser.getSecurityIdentity(echange, fournisseurs).map(identite -> appelant(identite, echange));
    }

    /** @throws SecurityException when the ten fields are not granted, unmasked and on every row */
    Accord accord(Appelant appelant) {
        var courant = registre.courant();
        var connu = dernier;
        if (connu.isPresent() && connu.get().vaut(appelant, courant.revision())) {
            return connu.get();
        }
        var decision = Decision.de(courant, appelant.client(), appelant.finalite(), appelant.jour());
        Lecture.COORDONNEES.stream().map(Coordonnee::lis).forEach(coordonnee -> exige(decision, coordonnee));
        exige(decision.verdict(Coordonnee.lis("Contrat.dateDebut"), Acces.FILTRER)
                .autorise());
        var accord = new Accord(
                appelant.client(),
                appelant.finalite(),
                courant.revision(),
                appelant.jour(),
                decision.autorisation(catalogue, octroi -> true),
                decision.actifs().stream().map(Octroi::id).toList());
        dernier = Optional.of(accord);
        return accord;
    }

    private Appelant appelant(SecurityIdentity identite, RoutingContext echange) {
        if (identite == null || !(identite.getPrincipal() instanceof JsonWebToken jeton)) {
            throw new SecurityException("sans jeton");
        }
        String client = jeton.getClaim("azp");
        var courant = registre.courant();
        if (client == null || !courant.clients().containsKey(client)) {
            throw new SecurityException("client inconnu");
        }
        var demandee = Optional.ofNullable(echange.request().getHeader("X-Finalite"));
        if (!(Finalites.resous(courant, client, demandee) instanceof Finalites.Retenue finalite)) {
            throw new SecurityException("finalité");
        }
        var agent = Optional.ofNullable(jeton.getSubject()).filter(sujet -> !sujet.equals(client));
        return new Appelant(
                client, agent, finalite.finalite(), LocalDate.now(horloge.withZone(PARIS)), identite.getRoles());
    }

    private static void exige(Decision decision, Coordonnee coordonnee) {
        var portees = decision.verdict(coordonnee, Acces.LIRE).portees();
        exige(portees.stream()
                .anyMatch(portee -> portee.masque() == Masque.AUCUN
                        && decision.actifs().get(portee.octroi()).perimetre().equals(Perimetre.SANS_BORNE)));
    }

    private static void exige(boolean accorde) {
        if (!accorde) {
            throw new SecurityException("non habilité");
        }
    }
}
