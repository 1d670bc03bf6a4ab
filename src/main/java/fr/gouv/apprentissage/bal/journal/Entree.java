package fr.gouv.apprentissage.bal.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * An entry as it is stored.
 *
 * @param id UUIDv7: entries of one moment stand together in the index
 * @param le when, to the microsecond as PostgreSQL keeps it: the digest must hold over what is read back
 * @param divulgation what it tells of
 * @param empreinte SHA-256 over {@link FormeCanonique}
 */
record Entree(UUID id, Instant le, Divulgation divulgation, byte[] empreinte) {

    static Entree de(Divulgation divulgation, Instant maintenant) {
        var le = maintenant.truncatedTo(ChronoUnit.MICROS);
        var id = UuidTemporel.a(le);
        return new Entree(id, le, divulgation, FormeCanonique.empreinte(id, le, divulgation));
    }

    Inscription inscription() {
        return new Inscription(id.toString(), empreinte);
    }
}
