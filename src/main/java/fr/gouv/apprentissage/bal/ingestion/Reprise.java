package fr.gouv.apprentissage.bal.ingestion;

import java.util.function.IntSupplier;

/** Tries again what failed by a {@link SourceIndisponible}, with growing pauses; anything else passes at once. */
public interface Reprise {

    /** The result of the action, once it succeeds; its last failure otherwise. */
    int avec(IntSupplier action);
}
