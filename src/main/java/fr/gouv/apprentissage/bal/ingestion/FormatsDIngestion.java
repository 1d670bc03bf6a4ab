package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.version.FormatLu;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The stored formats of this room: who raises one asks {@code FormatsEcrits} before writing it. */
final class FormatsDIngestion {

    @Produces
    @Singleton
    FormatLu page() {
        return new FormatLu("page-en-attente", FormatDeStaging.VERSION);
    }
}
