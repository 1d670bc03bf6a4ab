package fr.gouv.apprentissage.bal.ingestion.sortie;

import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Supplier;

/** Gives each connector its way out. */
@Singleton
public class Sorties {

    private final Pool pool;
    private final SortieConfig config;
    private final Clock horloge;

    Sorties(Pool pool, SortieConfig config, Clock horloge) {
        this.pool = pool;
        this.config = config;
        this.horloge = horloge;
    }

    /**
     * @param source whose rate it is: ways out of one source share it, in all replicas
     * @param adresses what is configured, asked at each request; nothing else can be asked
     * @param parSeconde requests per second
     * @param delai longest time of an answer
     */
    public Sortie vers(String source, Supplier<? extends Collection<URI>> adresses, double parSeconde, Duration delai) {
        return new Sortie(
                () -> Politique.pour(
                        adresses.get(),
                        config.adressesPrivees(),
                        delai,
                        config.taille().asLongValue()),
                new DebitPartage(pool, source, parSeconde),
                horloge);
    }
}
