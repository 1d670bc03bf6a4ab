package fr.gouv.apprentissage.bal.declaration;

import java.lang.reflect.Type;
import java.util.Optional;

/**
 * A field as its declaration has it.
 *
 * @param coordonnee its name in the schema
 * @param numero field number of a stored field, 0 for the others
 * @param colonne column of a stored field, empty for the others
 * @param classe class of a personal field
 * @param type Java type of its value, {@code Sealed} taken off
 * @param stocke whether a column holds it
 */
public record ChampDeclare(
        Coordonnee coordonnee, int numero, String colonne, Optional<Classe> classe, Type type, boolean stocke) {

    /** Whether its values are sealed. */
    public boolean personnel() {
        return classe.isPresent();
    }
}
