package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.personne.suppression.IdentiteLisible;
import fr.gouv.apprentissage.bal.scellement.Sealed;

/**
 * A row that cannot be identified: it goes to quarantine, whole and sealed.
 *
 * @param motif why, a stable code without any value
 * @param ligne the row as JSON, keys in order, so that one row sent twice has one digest
 * @param lisible what of it says whose it is, by which it is found again without being opened
 */
public record LigneRejetee(String motif, Sealed<String> ligne, IdentiteLisible lisible) implements LigneLue {}
