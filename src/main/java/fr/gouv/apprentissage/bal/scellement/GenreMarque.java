package fr.gouv.apprentissage.bal.scellement;

import java.util.Arrays;
import java.util.List;

/** By what an erased person is recognised when a source brings them again. The number stands in the tables and never changes. */
public enum GenreMarque {
    /** Folded name, first names (joined) and birth date. */
    IDENTITE(1, Partie.NOM, Partie.PRENOMS, Partie.DATE),
    /** INE and birth date. */
    INE_NAISSANCE(2, Partie.INE, Partie.DATE),
    /** Natural key of a contract: number, type, number of the avenant, birth date. */
    CLE_CONTRAT(3, Partie.TEL_QUEL, Partie.TEL_QUEL, Partie.TEL_QUEL, Partie.DATE),
    /** Contract number, folded name and first names: a row without a birth date. */
    CONTRAT_NOMS(4, Partie.TEL_QUEL, Partie.NOM, Partie.PRENOMS),
    /** First names and e-mail address: brothers and sisters may share the one, not both. */
    PRENOMS_COURRIEL(5, Partie.PRENOMS, Partie.COURRIEL),
    /** First names and telephone number. */
    PRENOMS_TELEPHONE(6, Partie.PRENOMS, Partie.TEL_QUEL),
    /** INE alone. */
    INE(7, Partie.INE);

    /** The kinds by which a row that is whole is recognised; the others are for rows that lack something. */
    public static final List<GenreMarque> ENTIERES = List.of(IDENTITE, INE_NAISSANCE, CLE_CONTRAT);

    private final int numero;
    private final List<Partie> places;

    GenreMarque(int numero, Partie... places) {
        this.numero = numero;
        this.places = List.of(places);
    }

    /**
     * The kind of this number.
     *
     * @throws IllegalArgumentException when no kind has it
     */
    public static GenreMarque deNumero(int numero) {
        return Arrays.stream(values())
                .filter(genre -> genre.numero == numero)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("genre de marque inconnu"));
    }

    /** Number in the tables. */
    public int numero() {
        return numero;
    }

    List<Partie> places() {
        return places;
    }

    boolean facultative(int place) {
        return this == CLE_CONTRAT && (place == 1 || place == 2);
    }
}
