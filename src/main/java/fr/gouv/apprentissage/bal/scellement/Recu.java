package fr.gouv.apprentissage.bal.scellement;

final class Recu<T> implements Sealed<T> {

    private final T valeur;

    Recu(T valeur) {
        this.valeur = valeur;
    }

    T valeur() {
        return valeur;
    }

    @Override
    public String toString() {
        return "scellé";
    }
}
