package fr.gouv.apprentissage.bal.passerelle.http;

import fr.gouv.apprentissage.bal.habilitation.Appelant;
import fr.gouv.apprentissage.bal.habilitation.Finalites;
import fr.gouv.apprentissage.bal.habilitation.RegistreCourant;
import fr.gouv.apprentissage.bal.passerelle.Demande;
import fr.gouv.apprentissage.bal.passerelle.erreur.CodeErreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.Erreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.OperationRefusee;
import fr.gouv.apprentissage.bal.passerelle.execution.Mode;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Makes of a token and two headers who asks, for what, and how (DESIGN.md, "A request's way", 1). */
@Singleton
public class Authentification {
    static final String FINALITE = "X-Finalite";
    static final String HABILITATION = "X-Habilitation";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final RegistreCourant registre;
    private final Clock horloge;
    private final List<String> preuvesDePersonne;

    /** @param preuvesDePersonne claims, one of which a token has only when a person logged in */
    Authentification(
            RegistreCourant registre,
            Clock horloge,
            @ConfigProperty(
                            name = "bal.jetons.preuves-de-personne",
                            defaultValue = "sid,auth_time,amr,preferred_username")
                    List<String> preuvesDePersonne) {
        this.registre = registre;
        this.horloge = horloge;
        this.preuvesDePersonne = List.copyOf(preuvesDePersonne);
    }

    /** @throws OperationRefusee when there is no token, or its client is not listed */
    Demande demande(SecurityIdentity identite, HttpServerRequest requete) {
        if (identite == null || identite.isAnonymous() || !(identite.getPrincipal() instanceof JsonWebToken jeton)) {
            throw new OperationRefusee(Erreur.de(CodeErreur.NON_AUTHENTIFIE));
        }
        var courant = registre.courant();
        var revendications = new Revendications(jeton);
        var client = revendications
                .client()
                .filter(courant.clients()::containsKey)
                .orElseThrow(() -> new OperationRefusee(Erreur.de(CodeErreur.CLIENT_INCONNU)));
        if (courant.clients().get(client).suspension().totale()) {
            throw new OperationRefusee(Erreur.de(CodeErreur.CLIENT_SUSPENDU));
        }
        var finalite = Finalites.resous(courant, client, entete(requete, FINALITE), revendications.finalites());
        var appelant = new Appelant(
                client,
                revendications.agent(client),
                retenue(finalite),
                LocalDate.now(horloge.withZone(PARIS)),
                identite.getRoles(),
                revendications.perimetre(),
                revendications.prouve(preuvesDePersonne));
        return new Demande(appelant, refus(finalite), mode(requete));
    }

    private static Optional<String> retenue(Finalites.Resolution finalite) {
        return finalite instanceof Finalites.Retenue retenue ? retenue.finalite() : Optional.empty();
    }

    private static Optional<CodeErreur> refus(Finalites.Resolution finalite) {
        if (finalite instanceof Finalites.Requise) {
            return Optional.of(CodeErreur.FINALITE_REQUISE);
        }
        return finalite instanceof Finalites.NonHabilitee
                ? Optional.of(CodeErreur.FINALITE_NON_HABILITEE)
                : Optional.empty();
    }

    private static Mode mode(HttpServerRequest requete) {
        return switch (entete(requete, HABILITATION).orElse("").toLowerCase(Locale.ROOT)) {
            case "" -> Mode.NORMAL;
            case "stricte" -> Mode.STRICTE;
            case "a-blanc" -> Mode.A_BLANC;
            default ->
                throw new OperationRefusee(Erreur.de(
                        CodeErreur.VALEUR_INVALIDE, "L'en-tête X-Habilitation vaut « stricte » ou « a-blanc »."));
        };
    }

    private static Optional<String> entete(HttpServerRequest requete, String nom) {
        return Optional.ofNullable(requete.getHeader(nom)).map(String::strip).filter(valeur -> !valeur.isEmpty());
    }
}
