package fr.gouv.apprentissage.bal.scellement;

final class Recu<T> implements Sealed<T> {

    // Transient: even a mapper that reads private fields leaves it out.
    private final transient T valeur;

    Recu(T valeur) {
        this.valeur = valeur;
    }

    /**
     * The value, for this room alone: to seal it, or to index it.
     *
     * @throws IllegalArgumentException when it is not a received one
     */
    static <T> T valeur(Sealed<T> recu) {
        if (recu instanceof Recu<T> valeurRecue) {
            return valeurRecue.valeur;
        }
        throw new IllegalArgumentException("valeur reçue attendue, celle-ci est déjà stockée");
    }

    @Override
    public String toString() {
        return "scellé";
    }
}
