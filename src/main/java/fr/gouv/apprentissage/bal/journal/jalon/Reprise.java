package fr.gouv.apprentissage.bal.journal.jalon;

import java.util.function.IntSupplier;

/** Tries again what failed with an {@link java.io.UncheckedIOException}. */
@FunctionalInterface
public interface Reprise {

    /** What the action returns, once it succeeds; else its last failure. */
    int avec(IntSupplier action);
}
