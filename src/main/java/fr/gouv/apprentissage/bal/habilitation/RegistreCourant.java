package fr.gouv.apprentissage.bal.habilitation;

import io.smallrye.mutiny.Uni;

/** The habilitations as this process knows them. */
public interface RegistreCourant {

    /** What was last read: never blocks. */
    Registre courant();

    /** Reads the tables again, because the journal refused an entry of an older revision. */
    Uni<Registre> relis();

    /** Whether the tables are still at this revision: for answers that the journal does not see. */
    Uni<Boolean> tient(long revision);
}
