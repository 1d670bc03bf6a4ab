package fr.gouv.apprentissage.bal.embarque.generateur;

import java.time.LocalDate;

/**
 * A human being who does not exist.
 *
 * @param nom surname at first
 * @param nomNouveau surname after it changed; most people never bear it
 * @param prenoms first names as DECA states them, in one text
 * @param sexe M or F
 * @param departementNaissance code of the département, 99 abroad
 * @param nationalite 1 French, 2 European Union, 3 elsewhere
 * @param ine identifier of the education ministries
 * @param courriel address at a domain kept for examples
 * @param telephone national form, of a range kept for fiction
 * @param numeroVoie number in the street
 * @param voie street
 * @param derniereClasse code of the last class followed
 */
public record PersonneGeneree(
        String nom,
        String nomNouveau,
        String prenoms,
        LocalDate dateNaissance,
        String sexe,
        String departementNaissance,
        int nationalite,
        boolean handicap,
        String ine,
        String courriel,
        String telephone,
        String numeroVoie,
        String voie,
        String codePostal,
        String derniereClasse) {

    /** Invented or not, people show in no log. */
    @Override
    public String toString() {
        return "PersonneGeneree[…]";
    }
}
