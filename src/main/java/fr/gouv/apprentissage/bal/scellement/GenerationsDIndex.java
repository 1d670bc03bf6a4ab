package fr.gouv.apprentissage.bal.scellement;

import fr.gouv.apprentissage.bal.identifiant.Pliage;
import fr.gouv.apprentissage.bal.version.FormatLu;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The generations of the blind indexes: a new key for every kind, tied to the rules of folding that this program has. All kinds turn together.
 * In the order of {@link VersionsDeCles}: {@link #annonce}, its time comes, {@link #impose}, what stands under older ones is made anew beside
 * them, {@link #retire}. Look-ups ask every generation that is not retired. All wait: never on an event loop.
 */
@Singleton
public final class GenerationsDIndex {

    /** Rows under other generations than the first, as a format: what a process of before does not know is not written beside it. */
    public static final FormatLu FORMAT = new FormatLu("generations-d-index", 2);

    private static final String[] GENRES = Stream.concat(
                    Arrays.stream(GenreIndex.values()).map(GenreIndex::name), Stream.of("CONTRADICTION"))
            .map(genre -> Trousseau.INDEX + genre)
            .toArray(String[]::new);

    private final KeyHolder detenteur;
    private final RegistreDesCles registre;
    private final Trousseau trousseau;
    private final Clock horloge;

    GenerationsDIndex(KeyHolder detenteur, RegistreDesCles registre, Trousseau trousseau, Clock horloge) {
        this.detenteur = detenteur;
        this.registre = registre;
        this.trousseau = trousseau;
        this.horloge = horloge;
    }

    /**
     * Makes a new generation, of every kind at once, to serve {@link VersionsDeCles#PREAVIS} from now. One that is announced and not yet
     * imposed is the answer to whoever asks meanwhile.
     *
     * @return its number
     * @throws ClesIndisponibles when the holder is out of reach
     * @throws ClesRefusees when the holder will not make one
     */
    public int annonce() {
        var enveloppes = Arrays.stream(GENRES)
                .collect(Collectors.toMap(Function.identity(), genre -> detenteur.nouvelle(CleMaitresse.INDEX)));
        var activeLe = horloge.instant().plus(VersionsDeCles.PREAVIS);
        var numero = registre.annonce(enveloppes, Pliage.VERSION, activeLe);
        trousseau.ouvre();
        return numero;
    }

    /**
     * Whether new hashes are made under this generation, or a newer one, in this process.
     *
     * @throws ClesIndisponibles when a key of it is not in memory here
     */
    public boolean sert(int generation) {
        var maintenant = trousseau.maintenant();
        return Arrays.stream(GENRES).allMatch(genre -> {
            var courante = trousseau.lignee(genre).courante(maintenant);
            courante.moteurs(maintenant);
            return courante.version() >= generation;
        });
    }

    /** As {@link VersionsDeCles#impose}: from the commit on, nothing is written that lacks this generation. */
    public void impose(SqlConnection connexion, int generation) {
        connexion.query(VersionsDeCles.VERROU_EXCLUSIF).executeAndAwait();
        var ecrites = connexion
                .preparedQuery("update cle set active_le = 'epoch' where genre = any($1) and version = $2")
                .executeAndAwait(Tuple.of(GENRES, generation));
        if (ecrites.rowCount() != GENRES.length) {
            throw new IllegalStateException("la génération d'index " + generation + " n'est pas complète");
        }
    }

    /** The generations that are not retired, as this process knows them, in their order. */
    public List<Integer> connues() {
        return trousseau.contradictions().versions().stream()
                .map(CleVive::version)
                .toList();
    }

    /**
     * Retires every generation before this one: here at once, on every replica within half of {@link VersionsDeCles#PREAVIS}, no look-up asks
     * them any longer. That nothing stands under them alone is for the caller to have proved.
     */
    public void retireAvant(int generation) {
        for (var ancienne : connues()) {
            if (ancienne < generation) {
                Arrays.stream(GENRES).forEach(genre -> registre.retire(genre, ancienne));
            }
        }
        trousseau.ouvre();
    }

    static List<String> genres() {
        return List.of(GENRES);
    }
}
