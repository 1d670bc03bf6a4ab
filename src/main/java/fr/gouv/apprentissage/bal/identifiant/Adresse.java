package fr.gouv.apprentissage.bal.identifiant;

/**
 * A postal address, as far as it is known: every part may be null.
 *
 * @param voie number and street
 * @param codePostal postcode
 * @param commune name of the commune
 * @param codeCommune INSEE code of the commune
 * @param departement code of the département
 */
public record Adresse(String voie, CodePostal codePostal, String commune, CodeCommune codeCommune, String departement) {

    /** Nothing of an address shows in a log. */
    @Override
    public String toString() {
        return "Adresse[…]";
    }
}
