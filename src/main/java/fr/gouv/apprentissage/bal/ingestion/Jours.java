package fr.gouv.apprentissage.bal.ingestion;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** Days are those of Paris. */
final class Jours {

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private Jours() {}

    static OffsetDateTime minuit(LocalDate jour) {
        return jour.atStartOfDay(PARIS).toOffsetDateTime();
    }

    static LocalDate aujourdhui(Clock horloge) {
        return LocalDate.now(horloge.withZone(PARIS));
    }

    static LocalDate hier(Clock horloge) {
        return aujourdhui(horloge).minusDays(1);
    }
}
