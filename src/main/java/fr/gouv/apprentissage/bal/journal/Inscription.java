package fr.gouv.apprentissage.bal.journal;

/**
 * An entry that is durable.
 *
 * @param id its id, as {@code extensions.journal.id}
 * @param empreinte SHA-256 over the entry, its subjects and its place in the chain
 * @param chaine its chain
 * @param rang its rank there, from 0
 */
public record Inscription(String id, byte[] empreinte, String chaine, long rang) {}
