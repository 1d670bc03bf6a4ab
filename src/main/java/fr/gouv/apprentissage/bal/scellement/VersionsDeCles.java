package fr.gouv.apprentissage.bal.scellement;

import fr.gouv.apprentissage.bal.declaration.Classe;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The versions of the class keys: how a new one comes into use on every replica, and how an old one goes. In this order: {@link #annonce}
 * (known everywhere before it serves), its time comes (new values go under it), {@link #impose} (nothing goes under an older one any longer,
 * whatever a replica's clock says), what stands under the older ones is sealed again, {@link #retire}. All wait: never on an event loop.
 */
@Singleton
public final class VersionsDeCles {

    /** How long ahead a version is announced: twice the time in which every replica reads the tables. */
    public static final Duration PREAVIS = Trousseau.RELECTURE.multipliedBy(2);

    // Who writes sealed values shares it until the commit; who imposes a version has it alone.
    static final String VERROU_EXCLUSIF = "select pg_advisory_xact_lock(hashtext('bal.scellement.versions'))";
    private static final String VERROU_PARTAGE =
            "select pg_advisory_xact_lock_shared(hashtext('bal.scellement.versions'))";
    // An imposed version is active since 1970: so it is for every clock, and for processes that know nothing of
    // imposing.
    private static final String IMPOSE = "update cle set active_le = 'epoch' where genre = $1 and version = $2";
    private static final String IMPOSEES = "select genre, max(version) filter (where active_le = 'epoch'), min(version)"
            + " from cle where retiree_le is null and genre = any($1) group by genre"
            + " having bool_or(active_le = 'epoch')";
    private static final String[] CLASSES =
            Stream.of(Classe.values()).map(Classe::name).toArray(String[]::new);
    // Blind indexes turn in the same way.
    private static final String[] ECRITES = Stream.concat(Stream.of(CLASSES), GenerationsDIndex.genres().stream())
            .toArray(String[]::new);

    private final KeyHolder detenteur;
    private final RegistreDesCles registre;
    private final Trousseau trousseau;
    private final Clock horloge;

    VersionsDeCles(KeyHolder detenteur, RegistreDesCles registre, Trousseau trousseau, Clock horloge) {
        this.detenteur = detenteur;
        this.registre = registre;
        this.trousseau = trousseau;
        this.horloge = horloge;
    }

    /**
     * Makes a new version of a class's key, to serve {@link #PREAVIS} from now. One that is announced and not yet imposed is the answer to
     * whoever asks meanwhile.
     *
     * @return its number
     * @throws ClesIndisponibles when the holder is out of reach
     * @throws ClesRefusees when the holder will not make one
     */
    public int annonce(Classe classe) {
        var enveloppe = detenteur.nouvelle(CleMaitresse.de(classe));
        var version = registre.annonce(
                Map.of(classe.name(), enveloppe), 0, horloge.instant().plus(PREAVIS));
        trousseau.ouvre();
        return version;
    }

    /**
     * Whether new values of the class go under this version, or a newer one, in this process.
     *
     * @throws ClesIndisponibles when it, or the version in use, is not in memory here
     */
    public boolean sert(Classe classe, int version) {
        var courante = trousseau.classe(classe).courante(trousseau.maintenant());
        courante.moteurs(trousseau.maintenant());
        return courante.version() >= version;
    }

    /** The versions that are not retired, as this process knows them, in their order. */
    public List<Integer> connues(Classe classe) {
        return trousseau.classe(classe).versions().stream()
                .map(CleVive::version)
                .toList();
    }

    /** The classes whose newest version was made before that moment. */
    public List<Classe> plusAnciennesQue(SqlConnection connexion, Instant moment) {
        var classes = new ArrayList<Classe>();
        connexion
                .preparedQuery("select genre from cle where genre = any($1) group by genre having max(creee_le) < $2")
                .executeAndAwait(Tuple.of(CLASSES, moment.atOffset(ZoneOffset.UTC)))
                .forEach(ligne -> classes.add(Classe.valueOf(ligne.getString(0))));
        return classes;
    }

    /**
     * From the commit on, nothing is written under an older version: waits until every transaction that {@linkplain #rejoins joined} before has
     * ended; those that join afterwards know. Within the caller's transaction, which should be short and bound its wait ({@code lock_timeout}).
     */
    public void impose(SqlConnection connexion, Classe classe, int version) {
        connexion.query(VERROU_EXCLUSIF).executeAndAwait();
        var ecrites = connexion.preparedQuery(IMPOSE).executeAndAwait(Tuple.of(classe.name(), version));
        if (ecrites.rowCount() != 1) {
            throw new IllegalStateException("clé " + classe + " : la version " + version + " n'existe pas");
        }
    }

    /**
     * What a transaction that writes sealed values does first: from here to its end no version is imposed behind its back, and this process
     * seals under those that are, makes the blind indexes of the generation that is, and has forgotten what was retired.
     *
     * @throws ClesIndisponibles when one is imposed that this process does not know
     */
    public void rejoins(SqlConnection connexion) {
        connexion.query(VERROU_PARTAGE).executeAndAwait();
        for (var ligne : connexion.preparedQuery(IMPOSEES).executeAndAwait(Tuple.of((Object) ECRITES))) {
            var lignee = trousseau.lignee(ligne.getString(0));
            if (lignee.version(ligne.getInteger(1)).isEmpty()
                    || lignee.versions().get(0).version() < ligne.getInteger(2)) {
                trousseau.ouvre();
            }
            lignee.adopte(ligne.getInteger(1));
        }
    }

    /** The generations of blind indexes that are not retired, as this process knows them. */
    public Set<Integer> generations() {
        return trousseau.contradictions().versions().stream()
                .map(CleVive::version)
                .collect(Collectors.toSet());
    }

    /**
     * Retires a version: what stands under it opens no longer, here at once, on every replica within half of {@link #PREAVIS}. That nothing
     * does is for the caller to have proved.
     *
     * @return false when it is retired already, or none newer is imposed
     */
    public boolean retire(Classe classe, int version) {
        var retiree = registre.retire(classe.name(), version);
        trousseau.ouvre();
        return retiree;
    }
}
