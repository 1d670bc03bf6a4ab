package fr.gouv.apprentissage.bal.journal;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** UUIDv7 (RFC 9562 §5.7), with the fraction of the millisecond in rand_a (method 3). Ids of entries are no secret: an ordinary generator does. */
final class UuidTemporel {

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANTE = 0x8000_0000_0000_0000L;

    private UuidTemporel() {}

    static UUID a(Instant le) {
        long fraction = (le.getNano() % 1_000_000L) * 4096 / 1_000_000;
        long haut = le.toEpochMilli() << 16 | VERSION_7 | fraction;
        long bas = VARIANTE | ThreadLocalRandom.current().nextLong() >>> 2;
        return new UUID(haut, bas);
    }
}
