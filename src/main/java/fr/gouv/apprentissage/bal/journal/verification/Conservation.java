package fr.gouv.apprentissage.bal.journal.verification;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;

/**
 * How long entries are kept (CNIL 2021-122: six months to one year, up to three where internal control asks for it and that is documented).
 *
 * @param duree {@code P6M} to {@code P3Y}
 */
public record Conservation(Period duree) {

    private static final int MOIS_MINIMUM = 6;
    private static final int MOIS_MAXIMUM = 36;

    /** @throws IllegalArgumentException when it is shorter than six months or longer than three years */
    public Conservation {
        if (duree.toTotalMonths() < MOIS_MINIMUM
                || duree.plusMonths(duree.getDays() > 0 ? 1 : 0).toTotalMonths() > MOIS_MAXIMUM) {
            throw new IllegalArgumentException("bal.journal.conservation va de P6M à P3Y");
        }
    }

    /** Drops the months that are wholly older, by the role that may; how many. */
    public int applique(Connection conservation, Clock horloge) throws SQLException {
        var avant = avant(horloge.instant());
        try (var ordre = conservation.prepareStatement("select journal.oublie(?)")) {
            ordre.setTimestamp(1, Timestamp.from(avant));
            try (var lignes = ordre.executeQuery()) {
                lignes.next();
                return lignes.getInt(1);
            }
        }
    }

    Instant avant(Instant maintenant) {
        return maintenant.atZone(ZoneOffset.UTC).minus(duree).toInstant();
    }
}
