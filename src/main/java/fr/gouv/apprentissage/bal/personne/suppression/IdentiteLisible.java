package fr.gouv.apprentissage.bal.personne.suppression;

import fr.gouv.apprentissage.bal.scellement.Sealed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What of a row, or of a record, says whose it is, as far as it can be read. What cannot is null, in lists absent.
 *
 * @param nom surname, null when it folds to nothing
 * @param prenoms first names, null when they fold to nothing
 * @param dateNaissance birth date
 * @param ine national student number
 * @param numero number of the contract
 * @param cle parts of the contract's natural key (number, type, number of the avenant, birth date), empty when one of those that a contract
 *     cannot be without is not readable
 * @param courriels e-mail addresses
 * @param telephones telephone numbers
 * @param sexe sexe
 * @param departementNaissance département of birth
 */
public record IdentiteLisible(
        Sealed<String> nom,
        Sealed<List<String>> prenoms,
        Sealed<LocalDate> dateNaissance,
        Sealed<String> ine,
        Sealed<String> numero,
        List<Sealed<?>> cle,
        List<? extends Sealed<?>> courriels,
        List<? extends Sealed<?>> telephones,
        Sealed<?> sexe,
        Sealed<String> departementNaissance) {

    /** Nothing can be read. */
    public static final IdentiteLisible AUCUNE =
            new IdentiteLisible(null, null, null, null, null, List.of(), List.of(), List.of(), null, null);

    public IdentiteLisible {
        cle = Collections.unmodifiableList(new ArrayList<>(cle));
        courriels = List.copyOf(courriels);
        telephones = List.copyOf(telephones);
    }

    /** The same, with what another record of the same person knows where this one does not. */
    public IdentiteLisible completee(Sealed<?> autreSexe, Sealed<String> autreDepartement) {
        return new IdentiteLisible(
                nom,
                prenoms,
                dateNaissance,
                ine,
                numero,
                cle,
                courriels,
                telephones,
                sexe == null ? autreSexe : sexe,
                departementNaissance == null ? autreDepartement : departementNaissance);
    }
}
