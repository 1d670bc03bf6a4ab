package fr.gouv.apprentissage.bal.ingestion;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/** The most that the heap held, and the most that was left in it after a collection. */
public final class Tas implements NotificationListener, AutoCloseable {

    private static final long MEGA = 1L << 20;

    private final AtomicLong sommet = new AtomicLong();
    private final AtomicLong apresCollecte = new AtomicLong();

    public Tas() {
        System.gc();
        ManagementFactory.getGarbageCollectorMXBeans()
                .forEach(bean -> ((NotificationEmitter) bean).addNotificationListener(this, null, null));
    }

    @Override
    public void handleNotification(Notification notification, Object rien) {
        if (notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            var collecte = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData())
                    .getGcInfo();
            sommet.accumulateAndGet(somme(collecte.getMemoryUsageBeforeGc().values()), Math::max);
            apresCollecte.accumulateAndGet(
                    somme(collecte.getMemoryUsageAfterGc().values()), Math::max);
        }
    }

    private static long somme(Iterable<MemoryUsage> usages) {
        var somme = 0L;
        for (var usage : usages) {
            somme += usage.getUsed();
        }
        return somme;
    }

    @Override
    public void close() {
        for (var bean : ManagementFactory.getGarbageCollectorMXBeans()) {
            try {
                ((NotificationEmitter) bean).removeNotificationListener(this);
            } catch (javax.management.ListenerNotFoundException jamais) {
                throw new IllegalStateException(jamais);
            }
        }
    }

    @Override
    public String toString() {
        return sommet.get() / MEGA + " Mo au plus, " + apresCollecte.get() / MEGA + " Mo après une collecte au plus";
    }
}
