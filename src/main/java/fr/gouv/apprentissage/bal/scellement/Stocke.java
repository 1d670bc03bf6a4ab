package fr.gouv.apprentissage.bal.scellement;

final class Stocke<T> implements Sealed<T> {

    private final transient byte[] octets;

    Stocke(byte[] octets) {
        this.octets = octets;
    }

    byte[] octets() {
        return octets;
    }

    @Override
    public String toString() {
        return "scellé";
    }
}
