package fr.gouv.apprentissage.bal.journal;

/**
 * An entry that is durable.
 *
 * @param id its id, as {@code extensions.journal.id}
 * @param empreinte SHA-256 over the entry and its subjects
 */
public record Inscription(String id, byte[] empreinte) {}
