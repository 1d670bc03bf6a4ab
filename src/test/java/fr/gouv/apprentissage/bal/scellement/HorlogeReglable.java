package fr.gouv.apprentissage.bal.scellement;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test moves. */
public final class HorlogeReglable extends Clock {

    private volatile Instant maintenant;

    public HorlogeReglable(Instant maintenant) {
        this.maintenant = maintenant;
    }

    public void avance(Duration duree) {
        maintenant = maintenant.plus(duree);
    }

    @Override
    public Instant instant() {
        return maintenant;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
