package fr.gouv.apprentissage.bal.habilitation.fichier;

import java.util.Comparator;

/**
 * Something wrong in the file.
 *
 * @param ligne line, from 1
 * @param message what is wrong, in French
 */
public record Faute(int ligne, String message) implements Comparable<Faute> {

    private static final Comparator<Faute> ORDRE =
            Comparator.comparingInt(Faute::ligne).thenComparing(Faute::message);

    @Override
    public int compareTo(Faute autre) {
        return ORDRE.compare(this, autre);
    }

    @Override
    public String toString() {
        return "ligne " + ligne + " : " + message;
    }
}
