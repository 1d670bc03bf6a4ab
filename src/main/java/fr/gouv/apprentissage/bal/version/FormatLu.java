package fr.gouv.apprentissage.bal.version;

/**
 * A stored format whose versions this build reads, up to one. Each room gives its own as beans.
 *
 * @param nom stable name; a format nobody has named is at version 1
 * @param version the newest version that this build reads, and writes once every living process reads it; from 1
 */
public record FormatLu(String nom, int version) {

    /** @throws IllegalArgumentException for a version below 1 */
    public FormatLu {
        if (version < FormatsEcrits.PREMIERE) {
            throw new IllegalArgumentException("un format commence à la version 1");
        }
    }
}
