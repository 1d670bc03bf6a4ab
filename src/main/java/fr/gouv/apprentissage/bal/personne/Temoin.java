package fr.gouv.apprentissage.bal.personne;

/**
 * A record that states an identity: a candidate for the records that state the same.
 *
 * @param enregistrement the record
 * @param source its source
 * @param trace what it is matched by
 */
public record Temoin(long enregistrement, String source, Trace trace) {}
