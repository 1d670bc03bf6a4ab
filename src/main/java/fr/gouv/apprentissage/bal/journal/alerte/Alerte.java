package fr.gouv.apprentissage.bal.journal.alerte;

/**
 * A client reads as it does on no other day.
 *
 * @param genre of what
 * @param nombre how many today
 * @param habitude the most on any of its other days
 */
public record Alerte(String client, Genre genre, long nombre, long habitude) {

    /** Of what there is too much. */
    public enum Genre {
        PERSONNES,
        RECHERCHES_VAINES
    }
}
