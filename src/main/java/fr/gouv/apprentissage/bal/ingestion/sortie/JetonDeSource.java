package fr.gouv.apprentissage.bal.ingestion.sortie;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** A source's bearer token, asked once and kept until shortly before its end. Any number of threads may use it: one asks, the others wait. */
public final class JetonDeSource {

    /** A token lives a tenth less than it says, ten seconds at least: it must not end on its way. */
    private static final int PART = 10;

    private static final Duration MOINS = Duration.ofSeconds(10);

    /**
     * What a source answers.
     *
     * @param texte the token
     * @param duree how long it lives, from now
     */
    public record Accorde(String texte, Duration duree) {

        /** Without the token. */
        @Override
        public String toString() {
            return "jeton pour " + duree;
        }
    }

    private record Tenu(String texte, Instant fin) {}

    private final Supplier<Accorde> demande;
    private final Clock horloge;
    private Optional<Tenu> tenu = Optional.empty();

    /** @param demande asks the source for a token */
    public JetonDeSource(Supplier<Accorde> demande, Clock horloge) {
        this.demande = demande;
        this.horloge = horloge;
    }

    /** The token; fails as asking for it does. */
    public synchronized String jeton() {
        var maintenant = horloge.instant();
        if (tenu.filter(t -> maintenant.isBefore(t.fin())).isEmpty()) {
            var accorde = demande.get();
            var marge = accorde.duree().dividedBy(PART);
            tenu = Optional.of(new Tenu(
                    accorde.texte(),
                    maintenant.plus(accorde.duree()).minus(marge.compareTo(MOINS) > 0 ? marge : MOINS)));
        }
        return tenu.get().texte();
    }

    /** The source refused this token before its end: the next caller gets another. */
    public synchronized void refuse(String texte) {
        tenu = tenu.filter(t -> !t.texte().equals(texte));
    }
}
