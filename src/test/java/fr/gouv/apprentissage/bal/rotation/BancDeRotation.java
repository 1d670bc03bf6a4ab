package fr.gouv.apprentissage.bal.rotation;

import fr.gouv.apprentissage.bal.contact.LieuxDeContact;
import fr.gouv.apprentissage.bal.contrat.LieuxDeContrat;
import fr.gouv.apprentissage.bal.declaration.Classe;
import fr.gouv.apprentissage.bal.habilitation.EntreeDeTraitement;
import fr.gouv.apprentissage.bal.habilitation.Registre;
import fr.gouv.apprentissage.bal.habilitation.RegistreCourant;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import fr.gouv.apprentissage.bal.ingestion.LieuxDIngestion;
import fr.gouv.apprentissage.bal.ingestion.Transactions;
import fr.gouv.apprentissage.bal.ingestion.depot.LieuxDeDepot;
import fr.gouv.apprentissage.bal.journal.JournalGroupe;
import fr.gouv.apprentissage.bal.journal.Reglages;
import fr.gouv.apprentissage.bal.journal.jalon.Signataire;
import fr.gouv.apprentissage.bal.journal.jalon.SignataireLocal;
import fr.gouv.apprentissage.bal.personne.LieuxDePersonne;
import fr.gouv.apprentissage.bal.scellement.LieuScelle;
import fr.gouv.apprentissage.bal.scellement.ScellementDeTest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** One process that turns keys, on the real database, with the real journal and a real signer, without a container. */
public final class BancDeRotation implements AutoCloseable {

    /** Every place where sealed values stand. */
    public static final List<LieuScelle> LIEUX = List.of(
            LieuxDePersonne.identites(),
            LieuxDeContrat.contrats(),
            LieuxDeContrat.changements(),
            LieuxDeContact.contacts(),
            LieuxDeDepot.morceaux(),
            LieuxDIngestion.ecartes(),
            LieuxDIngestion.quarantaine(),
            LieuxDIngestion.lignesEnAttente(),
            LieuxDIngestion.rejetsEnAttente());

    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;
    private final ScellementDeTest scellement;
    private final JournalGroupe journal;
    private final Rotations rotations;
    private final Rotateur rotateur;
    private final AtomicLong faites = new AtomicLong();

    /** @param signataire file of the key that signs, made where there is none */
    public BancDeRotation(Pool pool, int port, ScellementDeTest scellement, Path signataire, Clock horloge) {
        this(pool, port, scellement, signataire, horloge, ReglagesDeTest.SANS_FREIN);
    }

    BancDeRotation(
            Pool pool, int port, ScellementDeTest scellement, Path signataire, Clock horloge, ReglagesDeTest reglages) {
        this(pool, port, scellement, new SignataireLocal(signataire), horloge, reglages);
    }

    BancDeRotation(
            Pool pool,
            int port,
            ScellementDeTest scellement,
            Signataire signataire,
            Clock horloge,
            ReglagesDeTest reglages) {
        this.pool = pool;
        this.scellement = scellement;
        this.journal = new JournalGroupe(
                vertx, journal(vertx, port), Clock.systemUTC(), Reglages.DEFAUT, new SimpleMeterRegistry());
        var transactions = new Transactions(pool);
        var places = new Places(LIEUX);
        this.rotations = new Rotations(transactions, scellement.versions(), places, horloge);
        this.rotateur = new Rotateur(
                transactions,
                scellement.scellement(),
                scellement.versions(),
                places,
                new EntreeDeTraitement(journal, new SansHabilitation()),
                signataire,
                reglages,
                horloge,
                (rotation, valeurs) -> faites.addAndGet(valeurs));
    }

    /** The database without a row, keys and jobs included. */
    public static Pool vide() {
        return BaseDIngestion.vide();
    }

    /** How a processing of this process enters the journal. */
    public EntreeDeTraitement entree() {
        return new EntreeDeTraitement(journal, new SansHabilitation());
    }

    Rotations rotations() {
        return rotations;
    }

    Rotateur rotateur() {
        return rotateur;
    }

    public ScellementDeTest scellement() {
        return scellement;
    }

    Pool pool() {
        return pool;
    }

    /** Values that this process sealed again. */
    long faites() {
        return faites.get();
    }

    /** Asks for the key of a class to turn. */
    public void tourne(String classe) {
        rotations.demande(Classe.valueOf(classe));
    }

    /** Retires, on the newest proof, every version of the class but the last. */
    public void retireToutesLesAnciennes(String classe) {
        var sienne = Classe.valueOf(classe);
        var connues = scellement.versions().connues(sienne);
        connues.subList(0, connues.size() - 1).forEach(version -> rotations.retire(sienne, version));
    }

    /** Does what can be done now. */
    public void vaAuBout() {
        for (var suite = rotateur.pas(); suite.isPresent(); suite = rotateur.pas()) {
            try {
                Thread.sleep(suite.get().toMillis());
            } catch (InterruptedException arret) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** The newest job. */
    Rotation derniere() {
        return rotations.dernieres(1).get(0);
    }

    /** State of the newest job. */
    public String etat() {
        return derniere().etat().name();
    }

    /** Values of a class that stand under this version, over all places. */
    public long sous(String classe, int version) {
        return new Transactions(pool)
                .dans(connexion -> new Places(LIEUX).compte(connexion).sous(Classe.valueOf(classe), version));
    }

    String texte(String sql) {
        return String.valueOf(
                pool.query(sql).executeAndAwait().iterator().next().getValue(0));
    }

    @Override
    public void close() {
        journal.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static Pool journal(Vertx vertx, int port) {
        return Pool.newInstance(PgBuilder.pool()
                .connectingTo(new PgConnectOptions()
                        .setHost("localhost")
                        .setPort(port)
                        .setDatabase("postgres")
                        .setUser("bal_journal")
                        .setCachePreparedStatements(true))
                .using(vertx)
                .build());
    }

    /** Nobody was granted anything: the first revision. */
    private final class SansHabilitation implements RegistreCourant {

        @Override
        public Registre courant() {
            return new Registre(
                    Long.parseLong(texte("select revision from habilitation_revision")), Map.of(), List.of());
        }

        @Override
        public Uni<Registre> relis() {
            return Uni.createFrom().item(courant());
        }

        @Override
        public Uni<Boolean> tient(long revision) {
            return Uni.createFrom().item(courant().revision() == revision);
        }
    }
}
