package fr.gouv.apprentissage.bal.ingestion;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/**
 * A schedule by the wall clock of a zone. Moments are compared as that clock shows them: one in an hour that a change of the hour skips comes when
 * the clock is past it, one in an hour that comes twice is not due again.
 */
final class Planification {

    private static final Set<String> JAMAIS = Set.of("off", "disabled");
    private static final CronParser CRON = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.QUARTZ));

    private final Optional<ExecutionTime> moments;
    private final ZoneId fuseau;

    /**
     * @param cron as Quartz writes it, or {@code off}
     * @throws IllegalArgumentException when it is neither
     */
    Planification(String cron, ZoneId fuseau) {
        this.moments = JAMAIS.contains(cron.strip())
                ? Optional.empty()
                : Optional.of(ExecutionTime.forCron(CRON.parse(cron.strip())));
        this.fuseau = fuseau;
    }

    static Planification de(ConnecteurPlanifie connecteur) {
        return new Planification(connecteur.planification(), connecteur.fuseau());
    }

    /** What the clock of the zone shows. */
    LocalDateTime heure(Instant instant) {
        return LocalDateTime.ofInstant(instant, fuseau).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Whether a moment of the schedule came after the one that was served last, and not after now. */
    boolean due(LocalDateTime servie, LocalDateTime maintenant) {
        return moments.flatMap(suite -> suite.nextExecution(servie.atZone(ZoneOffset.UTC)))
                .filter(suivant -> !suivant.toLocalDateTime().isAfter(maintenant))
                .isPresent();
    }
}
