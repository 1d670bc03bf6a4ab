package fr.gouv.apprentissage.bal.contact;

import fr.gouv.apprentissage.bal.identifiant.Siret;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Who says that an address, or its domain, belongs to a company, and until when that may be trusted.
 *
 * @param source who says it
 * @param niveau what is known: the very address, or its domain
 * @param siret the establishment, where the source names one
 * @param questionne whether it is the answer to a live question, which never confirms itself
 * @param premiereVue when it was said first
 * @param derniereVue when it was said last
 * @param expireLe last day on which it may be trusted, in Paris; today or later
 */
public record ContactConnu(
        String source,
        Niveau niveau,
        Optional<Siret> siret,
        boolean questionne,
        Instant premiereVue,
        Instant derniereVue,
        LocalDate expireLe) {

    /** What of an address is known. */
    public enum Niveau {
        COURRIEL,
        DOMAINE
    }
}
