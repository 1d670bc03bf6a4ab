package fr.gouv.apprentissage.bal.passerelle.operation;

import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A time that passes when a test says so. */
@Alternative
@Singleton
public class TempsDeTest implements TimeMeter {
    private final AtomicLong nanos = new AtomicLong();

    public void avance(Duration duree) {
        nanos.addAndGet(duree.toNanos());
    }

    @Override
    public long currentTimeNanos() {
        return nanos.get();
    }

    @Override
    public boolean isWallClockBased() {
        return false;
    }
}
