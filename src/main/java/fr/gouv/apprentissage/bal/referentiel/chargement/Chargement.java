package fr.gouv.apprentissage.bal.referentiel.chargement;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.Consumer;

/** Loads the nomenclatures. */
@Singleton
public class Chargement {

    /** Two loads at once, on two replicas too, wait for each other. */
    private static final long VERROU = 0x7265666572656e74L;

    private final Pool pool;
    private final Consumer<ReferentielCharge> annonce;

    /**
     * @param pool the role that serves
     * @param charges who keeps copies listens to it
     */
    @Inject
    public Chargement(Pool pool, Event<ReferentielCharge> charges) {
        this(pool, charges::fire);
    }

    Chargement(Pool pool, Consumer<ReferentielCharge> annonce) {
        this.pool = pool;
        this.annonce = annonce;
    }

    /**
     * Reads the sources and makes the tables hold what they say, in one transaction; then fires {@link ReferentielCharge}. Reading and
     * listeners run on a thread that may block. Fails with {@link SourceIllisible}, and changes nothing, when a source cannot be read.
     */
    public Uni<Rapport> charge(Sources sources) {
        return Uni.createFrom()
                .item(() -> Lecture.de(sources))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(lecture -> ecris(sources, lecture))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(rapport -> annonce.accept(new ReferentielCharge(rapport)));
    }

    private Uni<Rapport> ecris(Sources sources, Lecture lecture) {
        return pool.withTransaction(connexion -> connexion
                .query("select pg_advisory_xact_lock(" + VERROU + ")")
                .execute()
                .chain(() -> organismes(sources, lecture, connexion))
                .chain(organismes -> certifications(sources, lecture, connexion)
                        .map(certifications -> new Rapport(
                                lecture.rapports(),
                                organismes,
                                certifications,
                                UaisPartages.parmi(lecture.organismes()).nombre()))));
    }

    private static Uni<Effet> organismes(Sources sources, Lecture lecture, SqlConnection connexion) {
        if (sources.organismes().isEmpty()) {
            return Uni.createFrom().item(Effet.AUCUN);
        }
        return Tables.organismes(lecture.organismes()).execute(connexion).call(() -> Tables.parUai(lecture.organismes())
                .execute(connexion));
    }

    private static Uni<Effet> certifications(Sources sources, Lecture lecture, SqlConnection connexion) {
        if (sources.diplomes().isEmpty()) {
            return Uni.createFrom().item(Effet.AUCUN);
        }
        return Tables.certifications(lecture.certifications())
                .execute(connexion)
                .call(() -> Tables.parRncp(lecture.certifications()).execute(connexion));
    }
}
