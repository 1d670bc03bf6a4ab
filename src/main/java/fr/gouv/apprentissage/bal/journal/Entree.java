package fr.gouv.apprentissage.bal.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * An entry that waits for its place in the chain.
 *
 * @param id UUIDv7: entries of one moment stand together in the index
 * @param le when, to the microsecond as PostgreSQL keeps it: the digest must hold over what is read back
 * @param divulgation what it tells of
 */
record Entree(UUID id, Instant le, Divulgation divulgation) {

    static Entree de(Divulgation divulgation, Instant maintenant) {
        var le = maintenant.truncatedTo(ChronoUnit.MICROS);
        return new Entree(UuidTemporel.a(le), le, divulgation);
    }
}
