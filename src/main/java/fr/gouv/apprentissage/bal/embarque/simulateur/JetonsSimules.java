package fr.gouv.apprentissage.bal.embarque.simulateur;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Bearer tokens, each with its end. */
final class JetonsSimules {

    private final Clock horloge;
    private final Duration duree;
    private final Map<String, Instant> fins = new ConcurrentHashMap<>();

    JetonsSimules(Clock horloge, Duration duree) {
        this.horloge = horloge;
        this.duree = duree;
    }

    String accorde() {
        var jeton = UUID.randomUUID().toString();
        fins.put(jeton, horloge.instant().plus(duree));
        return jeton;
    }

    /** Whether a header holds one that has not ended. */
    boolean ouvre(String authorization) {
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            return false;
        }
        var fin = fins.get(authorization.substring("Bearer ".length()));
        return fin != null && horloge.instant().isBefore(fin);
    }

    /** All end now. */
    void revoque() {
        fins.clear();
    }

    int accordes() {
        return fins.size();
    }
}
