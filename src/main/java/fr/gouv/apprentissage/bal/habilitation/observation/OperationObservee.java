package fr.gouv.apprentissage.bal.habilitation.observation;

import java.time.Instant;
import java.util.SortedSet;

/**
 * An operation that a client sent in the last days.
 *
 * @param empreinte SHA-256 of the document without its literals, in hexadecimal
 * @param texte the document without literals, aliases and names, possibly cut
 * @param besoins every right that it needed
 * @param derniereVue when it was last met
 */
public record OperationObservee(
        String client,
        String finalite,
        String empreinte,
        String texte,
        SortedSet<DroitDemande> besoins,
        Instant derniereVue) {}
