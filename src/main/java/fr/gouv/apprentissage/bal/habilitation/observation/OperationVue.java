package fr.gouv.apprentissage.bal.habilitation.observation;

import java.util.Set;

/**
 * An operation that a client sends, without anything that could speak of a person.
 *
 * @param client who sends it
 * @param finalite for what
 * @param empreinte SHA-256 of the document without its literals, in hexadecimal
 * @param texte the document without literals, aliases and names that the client chose
 * @param besoins every right that it needs, granted or not
 * @param usages the rights that serve it; none where it is refused whole
 */
public record OperationVue(
        String client,
        String finalite,
        String empreinte,
        String texte,
        Set<DroitDemande> besoins,
        Set<UsageDeDroit> usages) {

    public OperationVue {
        besoins = Set.copyOf(besoins);
        usages = Set.copyOf(usages);
    }
}
