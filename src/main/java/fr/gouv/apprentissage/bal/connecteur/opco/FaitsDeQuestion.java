package fr.gouv.apprentissage.bal.connecteur.opco;

import fr.gouv.apprentissage.bal.contact.FaitDeContact;
import fr.gouv.apprentissage.bal.identifiant.Courriel;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What an answer teaches: a fact that keeps its source, is marked as come of a question, and ends (domain.md §1.2). */
public final class FaitsDeQuestion {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Duration confiance;
    private final Clock horloge;

    /** @param confiance how long an answer may be trusted */
    FaitsDeQuestion(Duration confiance, Clock horloge) {
        this.confiance = confiance;
        this.horloge = horloge;
    }

    /**
     * One fact, or none: a refusal and an absence of answer teach nothing, a domain hit teaches of the domain alone, and nothing where the domain is a
     * public provider's or the establishment has no SIREN.
     *
     * @param source of the question that was asked
     */
    public List<FaitDeContact> de(String source, ReponseOpco reponse, Sealed<Courriel> courriel, Siret siret) {
        if (!reponse.oui() || siret.siren().isEmpty()) {
            return List.of();
        }
        var domaine = CourrielPresente.domaine(courriel);
        var adresse = Optional.of(courriel).filter(un -> reponse == ReponseOpco.OUI_ADRESSE);
        if (adresse.isEmpty() && domaine.isEmpty()) {
            return List.of();
        }
        var maintenant = horloge.instant();
        return List.of(new FaitDeContact(
                siret.siren().get(),
                Optional.of(siret),
                adresse,
                domaine,
                source,
                true,
                maintenant,
                maintenant.plus(confiance).atZone(PARIS).toLocalDate()));
    }
}
