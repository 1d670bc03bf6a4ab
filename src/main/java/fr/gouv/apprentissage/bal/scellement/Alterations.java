package fr.gouv.apprentissage.bal.scellement;

import fr.gouv.apprentissage.bal.declaration.Classe;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Stored values that did not open: counted by class ({@code bal_valeurs_alterees}), and named in the log by field and record, so that the operator
 * finds them. Here, since every way of opening passes here. A table that was damaged whole must not fill the log: a line a second, which says how
 * many it stands for.
 */
final class Alterations {

    static final String COMPTEUR = "bal.valeurs.alterees";

    private static final String SECRET = "SECRET";
    private static final Logger JOURNAL = Logger.getLogger(Alterations.class);
    private static final long PAS = TimeUnit.SECONDS.toNanos(1);

    private final Map<String, Counter> compteurs = Stream.concat(
                    Arrays.stream(Classe.values()).map(Enum::name), Stream.of(SECRET))
            .collect(Collectors.toMap(Function.identity(), classe -> Counter.builder(COMPTEUR)
                    .tag("classe", classe)
                    .description("Valeurs scellées qui ne s'ouvrent pas")
                    .register(Metrics.globalRegistry)));
    private final AtomicLong prochaine = new AtomicLong(System.nanoTime());
    private final AtomicLong tues = new AtomicLong();

    /** The same exception, noted. */
    ValeurAlteree note(ChampScelle<?> champ, long enregistrement, ValeurAlteree alteree) {
        note(champ.classe().name(), "champ " + champ.numero(), enregistrement, alteree);
        return alteree;
    }

    /** The same exception, noted. */
    ValeurAlteree noteSecret(long enregistrement, ValeurAlteree alteree) {
        note(SECRET, "secret", enregistrement, alteree);
        return alteree;
    }

    private void note(String classe, String quoi, long enregistrement, ValeurAlteree alteree) {
        compteurs.get(classe).increment();
        var due = prochaine.get();
        if (System.nanoTime() - due < 0 || !prochaine.compareAndSet(due, System.nanoTime() + PAS)) {
            tues.incrementAndGet();
            return;
        }
        JOURNAL.errorf(
                "valeur altérée : %s de l'enregistrement %d (%s) ; %d autres n'ont pas été dites",
                quoi, enregistrement, alteree.getMessage(), tues.getAndSet(0));
    }
}
