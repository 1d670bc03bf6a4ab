package fr.gouv.apprentissage.bal.declaration;

/**
 * A schema coordinate: how habilitations, errors, the journal and explanations name a field.
 *
 * @param type name of the type, for example {@code Contrat}
 * @param champ name of the field, for example {@code dateDebut}
 */
public record Coordonnee(String type, String champ) implements Comparable<Coordonnee> {

    /**
     * Reads {@code Contrat.dateDebut}.
     *
     * @throws IllegalArgumentException when the text is not two names and a full stop
     */
    public static Coordonnee lis(String texte) {
        var point = texte.indexOf('.');
        if (point <= 0 || point == texte.length() - 1 || texte.indexOf('.', point + 1) >= 0) {
            throw new IllegalArgumentException("une coordonnée s'écrit Type.champ");
        }
        return new Coordonnee(texte.substring(0, point), texte.substring(point + 1));
    }

    @Override
    public int compareTo(Coordonnee autre) {
        var parType = type.compareTo(autre.type);
        return parType != 0 ? parType : champ.compareTo(autre.champ);
    }

    @Override
    public String toString() {
        return type + "." + champ;
    }
}
