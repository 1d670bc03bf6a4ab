package fr.gouv.apprentissage.bal.passerelle.oracle;

import fr.gouv.apprentissage.bal.scellement.Scellement;
import io.vertx.sqlclient.Pool;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what an operation asks of the database and of the keys, without changing any of it. */
final class Comptage {

    private final List<String> instructions = new ArrayList<>();
    private final AtomicInteger ouvertures = new AtomicInteger();

    /**
     * What one operation took.
     *
     * @param instructions its SQL, in order of its text
     * @param ouvertures sealed values opened and record keys derived
     */
    record Cout(List<String> instructions, int ouvertures) {}

    Pool instructions(Pool pool) {
        return mandataire(Pool.class, pool, (nom, arguments) -> {
            if (nom.equals("preparedQuery") || nom.equals("query")) {
                synchronized (instructions) {
                    instructions.add((String) arguments[0]);
                }
            }
        });
    }

    Scellement ouvertures(Scellement scellement) {
        return mandataire(Scellement.class, scellement, (nom, arguments) -> {
            if (nom.equals("ouvre") || nom.equals("cle")) {
                ouvertures.incrementAndGet();
            }
        });
    }

    /** Since the last time that this was asked. */
    Cout depuis() {
        synchronized (instructions) {
            var cout = new Cout(instructions.stream().sorted().toList(), ouvertures.getAndSet(0));
            instructions.clear();
            return cout;
        }
    }

    @FunctionalInterface
    private interface Temoin {
        void voit(String methode, Object[] arguments);
    }

    private static <T> T mandataire(Class<T> type, T vrai, Temoin temoin) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (lui, methode, arguments) -> {
                    temoin.voit(methode.getName(), arguments);
                    try {
                        return methode.invoke(vrai, arguments);
                    } catch (InvocationTargetException echec) {
                        throw echec.getCause();
                    }
                }));
    }
}
