package fr.gouv.apprentissage.bal.journal.jalon;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Closes the chains together, and hands what was closed to the witness: what it missed first, in order. */
public final class Jalonneur {

    private static final Logger LOG = Logger.getLogger(Jalonneur.class);
    private static final int LOT = 100;

    private final JalonStore store;
    private final Signataire signataire;
    private final Optional<Temoin> temoin;
    private final Duration age;
    private final AtomicBoolean enPanne = new AtomicBoolean();
    private final AtomicLong retard = new AtomicLong();
    private final Counter jalons;
    private final Counter echecs;

    /**
     * @param pool of the append-only role
     * @param intervalle between two checkpoints, of all processes together
     */
    public Jalonneur(
            Pool pool, Signataire signataire, Optional<Temoin> temoin, Duration intervalle, MeterRegistry registre) {
        this.store = new JalonStore(pool);
        this.signataire = signataire;
        this.temoin = temoin;
        // processes do not tick together: whoever comes a little early must not wait for its next turn
        this.age = intervalle.multipliedBy(9).dividedBy(10);
        this.jalons = Counter.builder("bal.journal.jalons")
                .description("Jalons posés par ce processus")
                .register(registre);
        this.echecs = Counter.builder("bal.journal.temoin.echecs")
                .description("Remises au témoin qui ont échoué")
                .register(registre);
        Gauge.builder("bal.journal.temoin.retard", retard, AtomicLong::doubleValue)
                .description("Jalons que le témoin n'a pas encore")
                .register(registre);
    }

    /** One turn. Fails as the database or the signer does; a witness out of reach is no failure. */
    public Uni<Void> passe() {
        return store.pose(age, this::signe)
                .invoke(pose -> pose.ifPresent(jalon -> jalons.increment()))
                .chain(pose -> temoin.isPresent() ? remets() : Uni.createFrom().voidItem());
    }

    private Uni<JalonSigne> signe(Jalon jalon) {
        return signataire
                .signe(cle -> FormeDeJalon.octets(jalon, cle))
                .map(signe ->
                        new JalonSigne(jalon, FormeDeJalon.empreinte(signe.octets()), signe.cle(), signe.signature()));
    }

    private Uni<Void> remets() {
        return store.remets(LOT, this::remets)
                .chain(remis -> remis == LOT
                        ? remets()
                        : store.enRetard().invoke(retard::set).replaceWithVoid());
    }

    private Uni<Boolean> remets(JalonSigne jalon) {
        return Uni.createFrom().item(() -> pris(jalon)).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private boolean pris(JalonSigne jalon) {
        try {
            temoin.orElseThrow().remets(jalon);
            if (enPanne.getAndSet(false)) {
                LOG.info("Le témoin du journal reçoit de nouveau les jalons");
            }
            return true;
        } catch (IOException echec) {
            echecs.increment();
            if (!enPanne.getAndSet(true)) {
                LOG.warnf(
                        "Le témoin du journal ne reçoit pas les jalons : %s. Ils lui seront remis dans l'ordre.",
                        echec.getClass().getSimpleName());
            }
            return false;
        }
    }
}
