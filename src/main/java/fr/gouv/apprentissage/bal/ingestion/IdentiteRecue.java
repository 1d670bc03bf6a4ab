package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.personne.Sexe;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import java.time.LocalDate;
import java.util.List;

/**
 * What a row states of a human being, as far as matching needs it. What a row does not say is null.
 *
 * @param nom surname
 * @param prenoms first names, divided as the source divides them
 * @param prenomUnique whether that is one first name alone
 * @param dateNaissance birth date
 * @param ine national student number
 * @param numero number of the contract
 * @param sexe sexe
 * @param departementNaissance département of birth
 */
public record IdentiteRecue(
        Sealed<String> nom,
        Sealed<List<String>> prenoms,
        boolean prenomUnique,
        Sealed<LocalDate> dateNaissance,
        Sealed<String> ine,
        Sealed<String> numero,
        Sealed<Sexe> sexe,
        Sealed<String> departementNaissance) {}
