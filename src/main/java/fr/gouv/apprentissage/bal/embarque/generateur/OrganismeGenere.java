package fr.gouv.apprentissage.bal.embarque.generateur;

/**
 * A training organisation that does not exist. Its name is public, made of ordinary words.
 *
 * @param nature as the référentiel has it: responsable, formateur, responsable_formateur
 * @param adresse number, street, postcode and commune in one text
 */
public record OrganismeGenere(
        String uai,
        String siret,
        String raisonSociale,
        String nature,
        String departement,
        String commune,
        String adresse) {}
