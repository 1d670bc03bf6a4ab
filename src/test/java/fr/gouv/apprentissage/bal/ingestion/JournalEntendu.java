package fr.gouv.apprentissage.bal.ingestion;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** All that the process says while a test listens, at any level, exceptions with their causes included. */
public final class JournalEntendu implements AutoCloseable {

    /** Loggers of the sources that a test plays in this process: what they were asked is theirs to know. */
    private static final List<String> DES_SOURCES =
            List.of("com.sun.net.httpserver", "sun.net.httpserver", "org.eclipse.jetty", "wiremock", "WireMock");

    private final StringWriter texte = new StringWriter();
    private final Logger logger;
    private final Level avant;
    private final Handler ecoute = new Ecoute();

    private JournalEntendu(Logger logger, Level niveau) {
        this.logger = logger;
        this.avant = logger.getLevel();
        ecoute.setLevel(Level.ALL);
        logger.setLevel(niveau);
        logger.addHandler(ecoute);
    }

    /** What this project says, as it is installed: no more than INFO. */
    public static JournalEntendu ordinaire() {
        return new JournalEntendu(Logger.getLogger("fr.gouv.apprentissage.bal"), Level.INFO);
    }

    /** Everything that anything says. */
    public static JournalEntendu deTout() {
        return new JournalEntendu(Logger.getLogger(""), Level.ALL);
    }

    public synchronized String texte() {
        return texte.toString();
    }

    @Override
    public void close() {
        logger.removeHandler(ecoute);
        logger.setLevel(avant);
    }

    private synchronized void note(LogRecord ligne) {
        var nom = String.valueOf(ligne.getLoggerName());
        if (DES_SOURCES.stream().anyMatch(nom::startsWith)) {
            return;
        }
        var suite = new PrintWriter(texte, true);
        suite.println(ligne.getLevel() + " " + ligne.getLoggerName() + " " + ligne.getMessage() + " " + message(ligne));
        if (ligne.getThrown() != null) {
            ligne.getThrown().printStackTrace(suite);
        }
    }

    private static String message(LogRecord ligne) {
        return ligne instanceof ExtLogRecord complete ? complete.getFormattedMessage() : "";
    }

    private final class Ecoute extends Handler {

        @Override
        public void publish(LogRecord ligne) {
            note(ligne);
        }

        @Override
        public void flush() {
            // nothing is kept back
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
