package fr.gouv.apprentissage.bal.personne;

/** As the sources state it. */
public enum Sexe {
    F,
    M
}
