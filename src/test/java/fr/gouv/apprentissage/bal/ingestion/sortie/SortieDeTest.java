package fr.gouv.apprentissage.bal.ingestion.sortie;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Ways out for tests: to a server of this machine, at any rate. */
public final class SortieDeTest {

    private static final long TAILLE = 64L << 20;

    private SortieDeTest() {}

    public static Sortie vers(String adresse, Duration delai, Clock horloge) {
        var politique = Politique.pour(List.of(URI.create(adresse)), true, delai, TAILLE);
        return new Sortie(() -> politique, () -> {}, horloge);
    }
}
