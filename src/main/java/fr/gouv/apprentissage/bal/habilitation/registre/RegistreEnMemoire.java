package fr.gouv.apprentissage.bal.habilitation.registre;

import fr.gouv.apprentissage.bal.habilitation.Registre;
import fr.gouv.apprentissage.bal.habilitation.RegistreCourant;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** This process's copy of the register. */
final class RegistreEnMemoire implements RegistreCourant {

    private final RegistreStore store;
    private final AtomicLong lectures = new AtomicLong();
    private final AtomicReference<Lecture> derniere = new AtomicReference<>();

    RegistreEnMemoire(RegistreStore store) {
        this.store = store;
    }

    /** A copy, and the place of its reading among all. */
    private record Lecture(long rang, Registre registre) {}

    /** @throws IllegalStateException before the first reading: the process is still starting */
    @Override
    public Registre courant() {
        var lecture = derniere.get();
        if (lecture == null) {
            throw new IllegalStateException("les habilitations ne sont pas encore lues");
        }
        return lecture.registre();
    }

    /** Compares the revision first: of many requests that the journal refused at once, few read it all. */
    @Override
    public Uni<Registre> relis() {
        return Uni.createFrom().deferred(() -> {
            var rang = lectures.incrementAndGet();
            return store.revision().chain(revision -> {
                var lecture = derniere.get();
                return lecture != null && lecture.registre().revision() == revision
                        ? Uni.createFrom().item(lecture.registre())
                        : store.lis().invoke(registre -> garde(new Lecture(rang, registre)));
            });
        });
    }

    @Override
    public Uni<Boolean> tient(long revision) {
        return store.revision().map(courante -> courante == revision);
    }

    /** A reading that began later knows more, whatever order they end in. Not by revision: a restored database may have a lower one. */
    private void garde(Lecture lecture) {
        derniere.accumulateAndGet(
                lecture, (connue, nouvelle) -> connue == null || nouvelle.rang() > connue.rang() ? nouvelle : connue);
    }
}
