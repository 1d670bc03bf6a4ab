package fr.gouv.apprentissage.bal.contact;

import fr.gouv.apprentissage.bal.scellement.IndexAveugles.Generation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * All that is said at once of one contact.
 *
 * @param dernier the newest of the facts
 * @param empreintes hashes of its address under every generation; none when it is said of a domain alone
 * @param premiereVue when it was said first
 * @param derniereVue when it was said last
 * @param expireLe last day on which it may be trusted
 */
record Vu(
        FaitDeContact dernier,
        List<Generation> empreintes,
        Instant premiereVue,
        Instant derniereVue,
        LocalDate expireLe) {

    Vu {
        empreintes = List.copyOf(empreintes);
    }

    static Vu de(FaitDeContact fait, List<Generation> empreintes) {
        var quand = quand(fait);
        return new Vu(fait, empreintes, quand, quand, fait.expireLe());
    }

    /** With another fact of the same contact: each bound only moves outwards, so that the order in which facts come in does not matter. */
    Vu avec(FaitDeContact fait) {
        var quand = quand(fait);
        return new Vu(
                quand.isBefore(derniereVue) ? dernier : fait,
                empreintes,
                quand.isBefore(premiereVue) ? quand : premiereVue,
                quand.isAfter(derniereVue) ? quand : derniereVue,
                fait.expireLe().isAfter(expireLe) ? fait.expireLe() : expireLe);
    }

    /** What it is said of: the establishment, or the company where none is named. */
    String lieu() {
        return dernier.siret().isPresent()
                ? dernier.siret().get().valeur()
                : dernier.siren().valeur();
    }

    /** Whether a record would say more by it. */
    boolean ajouteA(Connu connu) {
        return premiereVue.isBefore(connu.premiereVue())
                || derniereVue.isAfter(connu.derniereVue())
                || expireLe.isAfter(connu.expireLe())
                || !derniereVue.isBefore(connu.derniereVue())
                        && !dernier.domaine().equals(connu.domaine());
    }

    // What the database keeps of a moment: compared more finely, each fact would look newer than itself.
    private static Instant quand(FaitDeContact fait) {
        return fait.vuLe().truncatedTo(ChronoUnit.MICROS);
    }
}
