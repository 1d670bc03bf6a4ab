package fr.gouv.apprentissage.bal.journal;

import java.util.UUID;

/**
 * Where an entry stands in its chain. A chain is one life of a process, or a part of it: a writing whose outcome is unknown ends it.
 *
 * @param chaine random, made when the chain begins
 * @param rang 0, 1, 2… without a gap
 * @param precedente digest of the entry before; 32 zero bytes for the first
 */
public record Maillon(UUID chaine, long rang, byte[] precedente) {}
