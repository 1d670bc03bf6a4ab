package fr.gouv.apprentissage.bal.scellement;

import java.util.Arrays;

/** Kinds of blind index. Each has a key of its own; the number stands in the tables and never changes. */
public enum GenreIndex {
    /** INE of a person. */
    INE(1),
    /** E-mail address of a person. */
    COURRIEL(2),
    /** Telephone number of a person. */
    TELEPHONE(3),
    /** Folded name, first names (joined) and birth date. */
    IDENTITE(4),
    /** Folded name, the first of the first names alone, and birth date: matching between sources. */
    IDENTITE_PREMIER_PRENOM(5),
    /** INE and birth date: matching. */
    INE_NAISSANCE(6),
    /** Contract number, birth date and folded first names: matching. */
    CONTRAT_PRENOMS(7),
    /** Natural key of a contract: number, type, number of the avenant, birth date. */
    CLE_CONTRAT(8),
    /** A source row, for quarantine. */
    LIGNE(9);

    private final int numero;

    GenreIndex(int numero) {
        this.numero = numero;
    }

    /**
     * The kind of this number.
     *
     * @throws IllegalArgumentException when no kind has it
     */
    public static GenreIndex deNumero(int numero) {
        return Arrays.stream(values())
                .filter(genre -> genre.numero == numero)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("genre d'index inconnu"));
    }

    /** Number in the tables. */
    public int numero() {
        return numero;
    }
}
