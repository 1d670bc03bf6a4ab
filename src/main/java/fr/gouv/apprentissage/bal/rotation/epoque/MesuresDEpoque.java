package fr.gouv.apprentissage.bal.rotation.epoque;

import fr.gouv.apprentissage.bal.scellement.Epoques;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.mutiny.sqlclient.Pool;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Where the epochs stand, as of the last look: nothing is asked of the database when it is read. */
final class MesuresDEpoque {

    private final AtomicLong numero = new AtomicLong();
    private final AtomicLong age = new AtomicLong();
    private final AtomicLong restants = new AtomicLong();

    MesuresDEpoque(MeterRegistry registre, Epoques epoques) {
        jauge(registre, "bal.epoque.numero", numero::get, "Époque courante");
        jauge(registre, "bal.epoque.age", age::get, "Secondes depuis son ouverture");
        jauge(registre, "bal.epoque.restants", restants::get, "Secrets à verser sous l'époque courante");
        jauge(
                registre,
                "bal.epoque.empechees",
                () -> epoques.empechement().isPresent() ? 1 : 0,
                "1 quand ce processus ne peut ni ouvrir ni détruire d'époque");
    }

    private static void jauge(MeterRegistry registre, String nom, Supplier<Number> valeur, String description) {
        Gauge.builder(nom, valeur).description(description).register(registre);
    }

    /** Looks again. */
    void releve(Pool pool) {
        var courante = TourDEpoque.courante(EpoqueStore.lis(pool));
        numero.set(courante.numero());
        age.set((long) courante.age());
        restants.set(EpoqueStore.restants(pool));
    }

    /** So many were wrapped anew since. */
    void verses(long nombre) {
        restants.updateAndGet(avant -> Math.max(0, avant - nombre));
    }
}
