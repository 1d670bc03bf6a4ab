package fr.gouv.apprentissage.bal.connecteur.opco;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** Keeps one source from holding up whoever asks it, and the other sources. */
interface Garde {

    /** What the action gives, off the caller's thread; fails when the action does, when it lasts too long, and at once when the source is left alone. */
    <T> Uni<T> avec(Supplier<T> action);
}
