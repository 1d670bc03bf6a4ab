package fr.gouv.apprentissage.bal.fuite;

/**
 * A personal value that shows.
 *
 * @param valeur the value that was looked for
 * @param forme how it is written there
 * @param position offset of its first byte in what was searched; for {@link Forme#PLIE} in that text once folded
 */
public record Trouvaille(String valeur, Forme forme, long position) {

    /** Ways in which a value can stand in a text. */
    public enum Forme {
        TEL_QUEL,
        PLIE,
        HEXADECIMAL,
        BASE64
    }
}
