package fr.gouv.apprentissage.bal.ingestion.depot;

import fr.gouv.apprentissage.bal.ingestion.Transactions;
import fr.gouv.apprentissage.bal.scellement.Autorisation;
import fr.gouv.apprentissage.bal.scellement.CleEnregistrement;
import fr.gouv.apprentissage.bal.scellement.Scellement;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import fr.gouv.apprentissage.bal.scellement.SecretStore;
import fr.gouv.apprentissage.bal.scellement.Traitement;
import fr.gouv.apprentissage.bal.scellement.ValeurAlteree;
import fr.gouv.apprentissage.bal.scellement.VersionsDeCles;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Tables {@code depot} and {@code depot_morceau}. Blocks: not for an event loop. */
public final class DepotStore {

    private static final Autorisation LECTURE =
            Autorisation.deTraitement(Traitement.LECTURE_DE_DEPOT, List.of(Morceau.CHAMP.numero()));

    private final Transactions transactions;
    private final Scellement scellement;
    private final VersionsDeCles versions;
    private final SecretStore secrets;
    private final Clock horloge;

    public DepotStore(Pool pool, Scellement scellement, VersionsDeCles versions, Clock horloge) {
        this.transactions = new Transactions(pool);
        this.scellement = scellement;
        this.versions = versions;
        this.secrets = new SecretStore(scellement);
        this.horloge = horloge;
    }

    /**
     * Opens a file that comes in for a connector; it is nobody's until it is whole.
     *
     * @throws fr.gouv.apprentissage.bal.scellement.ClesIndisponibles when a key is not in memory
     */
    public DepotEnCours commence(String connecteur) {
        var cle = transactions.dans(connexion -> {
            versions.rejoins(connexion);
            var nouvelle = secrets.reserve(connexion, 1).get(0);
            secrets.garde(connexion, List.of(nouvelle));
            connexion
                    .preparedQuery("insert into depot (enregistrement, connecteur, recu_le) values ($1, $2, $3)")
                    .executeAndAwait(Tuple.of(nouvelle.enregistrement(), connecteur, OffsetDateTime.now(horloge)));
            return nouvelle;
        });
        return new DepotEnCours(this, cle);
    }

    /** Whole files that wait for a connector, oldest first. */
    public List<Depot> pour(String connecteur) {
        return transactions.avec(connexion -> {
            var depots = new ArrayList<Depot>();
            connexion
                    .preparedQuery("select enregistrement, recu_le, octets from depot where connecteur = $1 and complet"
                            + " order by enregistrement")
                    .executeAndAwait(Tuple.of(connecteur))
                    .forEach(ligne -> depots.add(new Depot(
                            ligne.getLong(0), ligne.getOffsetDateTime(1).toInstant(), ligne.getLong(2))));
            return depots;
        });
    }

    /** What a file held, with all by which it could be read: gone with the caller's transaction. */
    public static void efface(SqlConnection connexion, Collection<Long> ids) {
        for (var table : List.of("depot", "depot_morceau", "secret")) {
            connexion
                    .preparedQuery("delete from " + table + " where enregistrement = any($1)")
                    .executeAndAwait(Tuple.of((Object) ids.toArray(Long[]::new)));
        }
    }

    /** Takes away files that nobody has read since this moment, incomplete ones included. */
    public int purge(OffsetDateTime avant) {
        return transactions.dans(connexion -> {
            var ids = new ArrayList<Long>();
            connexion
                    .preparedQuery("select enregistrement from depot where recu_le < $1 for update skip locked")
                    .executeAndAwait(Tuple.of(avant))
                    .forEach(ligne -> ids.add(ligne.getLong(0)));
            efface(connexion, ids);
            return ids.size();
        });
    }

    void ajoute(CleEnregistrement cle, Morceau morceau) {
        transactions.dans(connexion -> {
            versions.rejoins(connexion);
            return connexion
                    .preparedQuery("insert into depot_morceau (enregistrement, rang, contenu) values ($1, $2, $3)")
                    .executeAndAwait(Tuple.of(
                            cle.enregistrement(),
                            morceau.rang(),
                            Buffer.buffer(scellement.scelle(cle, Morceau.CHAMP, Sealed.recu(morceau)))));
        });
    }

    void termine(long id, long octets) {
        transactions.avec(connexion -> connexion
                .preparedQuery("update depot set complet = true, octets = $2 where enregistrement = $1")
                .executeAndAwait(Tuple.of(id, octets)));
    }

    void abandonne(long id) {
        transactions.dans(connexion -> {
            efface(connexion, List.of(id));
            return id;
        });
    }

    /** A piece as it came; empty after the last one. */
    Optional<byte[]> ouvre(long id, int rang) {
        return transactions.avec(connexion -> {
            var lignes = connexion
                    .preparedQuery("select contenu from depot_morceau where enregistrement = $1 and rang = $2")
                    .executeAndAwait(Tuple.of(id, rang))
                    .iterator();
            if (!lignes.hasNext()) {
                return Optional.empty();
            }
            var cle = secrets.secrets(connexion, List.of(id)).get(id);
            var morceau = scellement.ouvre(
                    LECTURE, cle, Morceau.CHAMP, lignes.next().getBuffer(0).getBytes());
            if (morceau.rang() != rang) {
                throw new ValeurAlteree("un morceau de fichier n'est pas à sa place");
            }
            return Optional.of(morceau.octets());
        });
    }
}
