package fr.gouv.apprentissage.bal.rotation.epoque;

import fr.gouv.apprentissage.bal.scellement.CleEnregistrement;
import fr.gouv.apprentissage.bal.scellement.Scellement;
import fr.gouv.apprentissage.bal.scellement.ValeurAlteree;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/** Wraps the secrets of a closed epoch anew, a lot in each transaction, with the place where it stands: what dies in between is not lost. */
final class Versement {

    /**
     * What a lot came to.
     *
     * @param suite what to do next
     * @param verses secrets that were read
     * @param attente milliseconds until the next, by the pace
     */
    record Pas(Suite suite, int verses, long attente) {}

    /** What to do after a lot. */
    enum Suite {
        ENCORE,
        FINI,
        /** Another process is at it, or it is not the time. */
        PLUS_TARD
    }

    private static final Logger JOURNAL = Logger.getLogger(Versement.class);
    private static final long PATIENCE = 10_000;

    private final Scellement scellement;
    private final int lot;
    private final int debit;

    /**
     * @param lot secrets a transaction
     * @param debit secrets a second, of all processes together; 0: no bound
     */
    Versement(Scellement scellement, int lot, int debit) {
        this.scellement = scellement;
        this.lot = lot;
        this.debit = debit;
    }

    /**
     * The next lot of an epoch, within the caller's transaction. Deletions wait for its end: a record that is being erased is wrapped before it
     * is erased whole, or not at all.
     */
    Pas avance(SqlConnection connexion, int numero, int vers) {
        var place = connexion
                .preparedQuery(
                        "select curseur, ceil(extract(epoch from reprise_le - clock_timestamp()) * 1000)::bigint as attente"
                                + " from epoque where numero = $1 and videe_le is null for update skip locked")
                .executeAndAwait(Tuple.of(numero))
                .iterator();
        if (!place.hasNext()) {
            return new Pas(Suite.PLUS_TARD, 0, 0);
        }
        var ligne = place.next();
        var attente = ligne.getLong("attente");
        if (attente > 0) {
            return attente > PATIENCE ? new Pas(Suite.PLUS_TARD, 0, 0) : new Pas(Suite.ENCORE, 0, attente);
        }
        connexion.query("set local lock_timeout = '2s'").executeAndAwait();
        connexion.query("lock table secret_" + numero + " in share mode").executeAndAwait();
        return lot(connexion, numero, vers, ligne.getLong("curseur"));
    }

    private Pas lot(SqlConnection connexion, int numero, int vers, long curseur) {
        var lignes = connexion
                .preparedQuery("select enregistrement, enveloppe from secret where epoque = $1 and enregistrement > $2"
                        + " order by enregistrement limit $3")
                .executeAndAwait(Tuple.of(numero, curseur, lot));
        if (lignes.size() == 0) {
            return new Pas(Suite.FINI, 0, 0);
        }
        var nouvelles = StreamSupport.stream(lignes.spliterator(), false)
                .flatMap(ligne -> renveloppe(numero, vers, ligne).stream())
                .toList();
        garde(connexion, nouvelles);
        var dernier = new ArrayList<Long>();
        lignes.forEach(ligne -> dernier.add(ligne.getLong("enregistrement")));
        var pause = debit == 0 ? 0 : lignes.size() * 1000L / debit;
        connexion
                .preparedQuery("update epoque set curseur = $2,"
                        + " reprise_le = clock_timestamp() + $3 * interval '1 millisecond' where numero = $1")
                .executeAndAwait(Tuple.of(numero, dernier.get(dernier.size() - 1), pause));
        return new Pas(pause > PATIENCE ? Suite.PLUS_TARD : Suite.ENCORE, lignes.size(), Math.min(pause, PATIENCE));
    }

    private List<CleEnregistrement> renveloppe(int numero, int vers, Row ligne) {
        var enregistrement = ligne.getLong("enregistrement");
        try {
            var nouvelle = scellement.renveloppe(
                    enregistrement, numero, ligne.getBuffer("enveloppe").getBytes());
            if (nouvelle.epoque() != vers) {
                throw new IllegalStateException("l'époque courante a changé pendant le versement");
            }
            return List.of(nouvelle);
        } catch (ValeurAlteree e) {
            JOURNAL.errorf("époque %d : le secret de l'enregistrement %d ne s'ouvre pas", numero, enregistrement);
            return List.of();
        }
    }

    private static void garde(SqlConnection connexion, List<CleEnregistrement> cles) {
        connexion
                .preparedQuery("insert into secret (enregistrement, epoque, enveloppe)"
                        + " select * from unnest($1::bigint[], $2::int[], $3::bytea[]) on conflict do nothing")
                .executeAndAwait(Tuple.of(
                        cles.stream().map(CleEnregistrement::enregistrement).toArray(Long[]::new),
                        cles.stream().map(CleEnregistrement::epoque).toArray(Integer[]::new),
                        cles.stream().map(cle -> Buffer.buffer(cle.enveloppe())).toArray(Buffer[]::new)));
    }
}
