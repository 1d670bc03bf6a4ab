package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.scellement.Sealed;

/**
 * A row that cannot be identified: it goes to quarantine, whole and sealed.
 *
 * @param motif why, a stable code without any value
 * @param ligne the row as JSON, keys in order, so that one row sent twice has one digest
 */
public record LigneRejetee(String motif, Sealed<String> ligne) implements LigneLue {}
