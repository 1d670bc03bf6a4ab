package fr.gouv.apprentissage.bal.scellement;

/**
 * A blind index of one value, as the tables hold it.
 *
 * @param genre kind of index
 * @param generation key and folding rules that made it
 * @param valeur 16 bytes
 */
public record Empreinte(GenreIndex genre, int generation, byte[] valeur) {}
