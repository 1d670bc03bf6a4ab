package fr.gouv.apprentissage.bal.contact;

import fr.gouv.apprentissage.bal.identifiant.Courriel;
import fr.gouv.apprentissage.bal.identifiant.Siren;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a source says: an address, or only its domain, belongs to an establishment, or only to a company.
 *
 * @param siren the company
 * @param siret the establishment, where the source names one; of that company
 * @param courriel the address; empty where the source vouches for the domain alone
 * @param domaine the mail domain in clear, only where it is a company's and not a public provider's
 * @param source who says it: DECA, AKTO, OPCO_EP, CONSTRUCTYS, OCAPIAT, FRANCE_TRAVAIL…
 * @param questionne whether it came of a live question, which never confirms itself
 * @param vuLe when the source said it
 * @param expireLe last day on which it may be trusted
 */
public record FaitDeContact(
        Siren siren,
        Optional<Siret> siret,
        Optional<Sealed<Courriel>> courriel,
        Optional<String> domaine,
        String source,
        boolean questionne,
        Instant vuLe,
        LocalDate expireLe) {

    public FaitDeContact {
        if (courriel.isEmpty() && domaine.isEmpty()) {
            throw new IllegalArgumentException("un fait de contact a une adresse ou un domaine");
        }
        if (siret.filter(un -> !un.valeur().startsWith(siren.valeur())).isPresent()) {
            throw new IllegalArgumentException("un SIRET commence par le SIREN de son entreprise");
        }
    }
}
