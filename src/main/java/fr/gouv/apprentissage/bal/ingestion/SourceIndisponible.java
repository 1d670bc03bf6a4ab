package fr.gouv.apprentissage.bal.ingestion;

import java.time.Duration;
import java.util.Optional;

/** The source did not answer, or not whole; asking again may help. The message is in French and holds no value. */
public final class SourceIndisponible extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Duration attente;

    /** @param message what happened */
    public SourceIndisponible(String message) {
        this(message, null);
    }

    /**
     * @param message what happened
     * @param attente how long the source asks to wait, null when it does not say
     */
    public SourceIndisponible(String message, Duration attente) {
        super(message);
        this.attente = attente;
    }

    /** How long the source asks to wait before it is asked again. */
    public Optional<Duration> attente() {
        return Optional.ofNullable(attente);
    }
}
