package fr.gouv.apprentissage.bal.passerelle.entree;

/**
 * A part of an answer that is JSON already, and goes out as it is.
 *
 * @param texte complete JSON
 */
record JsonBrut(String texte) {
    /** Nothing of an answer shows in a log. */
    @Override
    public String toString() {
        return "JsonBrut[…]";
    }
}
