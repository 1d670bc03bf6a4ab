package fr.gouv.apprentissage.bal.habilitation;

/** Collects the bound parameters of a statement that is being written. */
public interface Liaison {

    /** Binds a value and gives its placeholder, for example {@code $3}. Lists are bound as SQL arrays. */
    String parametre(Object valeur);
}
