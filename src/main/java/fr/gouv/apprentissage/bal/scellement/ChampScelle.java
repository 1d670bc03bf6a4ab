package fr.gouv.apprentissage.bal.scellement;

import fr.gouv.apprentissage.bal.declaration.Classe;

/**
 * A personal field as sealing knows it.
 *
 * @param numero field number of its declaration
 * @param classe class whose keys seal it
 * @param forme its one canonical form in bytes
 * @param <T> type of its values
 */
public record ChampScelle<T>(int numero, Classe classe, Canonique<T> forme) {}
