package fr.gouv.apprentissage.bal.journal;

import io.smallrye.mutiny.Uni;

/** Writes disclosures down; concurrent entries share a commit. */
public interface Journal {

    /**
     * Writes an entry and completes once it is durable on the primary. Fails with {@link JournalIndisponible} when it cannot be written
     * (an error, a missing partition, a lock held too long), with {@link RevisionPerimee} when the habilitations have changed since.
     */
    Uni<Inscription> inscris(Divulgation divulgation);
}
