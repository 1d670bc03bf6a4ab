package fr.gouv.apprentissage.bal.scellement;

import fr.gouv.apprentissage.bal.declaration.ChampDeclare;
import fr.gouv.apprentissage.bal.declaration.Declarations;

/** Personal fields as sealing knows them, from their one declaration. Found once, by reflection, and then kept by who uses them. */
public final class ChampsScelles {

    private ChampsScelles() {}

    /**
     * The field of a declaration.
     *
     * @throws IllegalArgumentException when it is not personal, not stored, or of a type without canonical form
     */
    public static ChampScelle<?> de(ChampDeclare champ) {
        var classe = champ.classe()
                .filter(c -> champ.stocke())
                .orElseThrow(() -> new IllegalArgumentException(champ.coordonnee() + " n'est pas un champ scellé"));
        return new ChampScelle<>(champ.numero(), classe, Canoniques.de(champ.type()));
    }

    /**
     * The field that a record declares on this component. {@code T} is the type of its values, {@code Sealed} taken off: the caller states
     * what the declaration says.
     *
     * @throws IllegalArgumentException when the record has no such component, or it is no sealed field
     */
    @SuppressWarnings("unchecked")
    public static <T> ChampScelle<T> de(Class<? extends Record> type, String composant) {
        return Declarations.champs(type).stream()
                .filter(champ -> champ.coordonnee().champ().equals(composant))
                .findFirst()
                .map(champ -> (ChampScelle<T>) de(champ))
                .orElseThrow(
                        () -> new IllegalArgumentException(type.getSimpleName() + " n'a pas de champ " + composant));
    }
}
