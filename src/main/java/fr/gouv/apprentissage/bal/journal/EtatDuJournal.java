package fr.gouv.apprentissage.bal.journal;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/** Whether the last writing succeeded. Says so in the log when it changes, by a code and never by a message of the database. */
final class EtatDuJournal {

    private static final Logger LOG = Logger.getLogger(EtatDuJournal.class);

    private final AtomicReference<String> dernierEchec = new AtomicReference<>("");

    void reussite() {
        if (!dernierEchec.get().isEmpty()) {
            dernierEchec.set("");
            LOG.info("Le journal s'écrit de nouveau");
        }
    }

    void echec(String code) {
        if (!code.equals(dernierEchec.getAndSet(code))) {
            LOG.warnf("Le journal ne peut pas être écrit : %s. Aucune donnée ne sort tant que cela dure.", code);
        }
    }

    /** The code of the last failure, empty since it succeeded. */
    Optional<String> dernierEchec() {
        return Optional.of(dernierEchec.get()).filter(code -> !code.isEmpty());
    }
}
