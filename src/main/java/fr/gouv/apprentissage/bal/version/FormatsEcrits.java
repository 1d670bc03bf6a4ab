package fr.gouv.apprentissage.bal.version;

import jakarta.inject.Singleton;
import java.util.Map;

/**
 * In which version each stored format is written now: never one that a living process could not read. What a process knows of it may be late,
 * and is then older, which every process reads.
 */
@Singleton
public final class FormatsEcrits {

    /** Every format begins here, and every build reads it. */
    static final int PREMIERE = 1;

    private volatile Map<String, Integer> ecrits = Map.of();

    /**
     * The version in which a format is to be written.
     *
     * @param nom name of a {@link FormatLu}
     * @return from 1
     */
    public int version(String nom) {
        return ecrits.getOrDefault(nom, PREMIERE);
    }

    /** Whether a format is written in this version: every living process reads it. */
    public boolean ecrit(FormatLu format) {
        return version(format.nom()) >= format.version();
    }

    void sont(Map<String, Integer> versions) {
        ecrits = Map.copyOf(versions);
    }
}
