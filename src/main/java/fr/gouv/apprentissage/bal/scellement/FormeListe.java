package fr.gouv.apprentissage.bal.scellement;

import java.util.ArrayList;
import java.util.List;

/** A list as one value. */
final class FormeListe<T> implements Canonique<List<T>> {

    private final Canonique<T> element;

    FormeListe(Canonique<T> element) {
        this.element = element;
    }

    @Override
    public byte[] octets(List<T> valeur) {
        return Parties.assemble(valeur.stream().map(element::octets).toList());
    }

    @Override
    public List<T> lis(byte[] octets) {
        var valeurs = new ArrayList<T>();
        for (var partie : Parties.separe(octets)) {
            if (partie == null) {
                throw new ValeurAlteree("élément absent dans une liste");
            }
            valeurs.add(element.lis(partie));
        }
        return List.copyOf(valeurs);
    }
}
