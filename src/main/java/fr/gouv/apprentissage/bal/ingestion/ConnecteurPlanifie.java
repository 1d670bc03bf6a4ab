package fr.gouv.apprentissage.bal.ingestion;

import java.time.ZoneId;

/** What runs on a schedule, one run at a time in the whole cluster, however its source is read. */
public interface ConnecteurPlanifie {

    /** Its name in configuration and in {@code connecteurs}. */
    String nom();

    /** The source that what it brings carries. */
    String source();

    /** When it runs by itself: a cron expression as Quartz writes them; {@code off}: never. */
    String planification();

    /** Whose wall clock the schedule means. */
    default ZoneId fuseau() {
        return Jours.PARIS;
    }

    /** Whether it runs at all. */
    boolean actif();

    /**
     * Whether its rows wait in staging, and those that identify nobody in quarantine: under the name of its source, which other connectors may
     * have too.
     */
    default boolean metEnAttente() {
        return false;
    }

    /** When the source may be asked. */
    Ouverture ouverture();

    /** How a page or a part is tried again. */
    Reprise reprise();
}
