package fr.gouv.apprentissage.bal.feu;

import fr.gouv.apprentissage.bal.ingestion.TemoinDeCommits;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Kills a process with SIGKILL before or after a commit of its, and keeps count of the kinds of commits around which it did. */
final class Faucheuse implements TemoinDeCommits {

    enum Cote {
        /** The commit never reaches the database. */
        AVANT,
        /** The database has it, and the process never hears of it. */
        APRES
    }

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Map<String, EnumMap<Cote, Integer>> morts = new TreeMap<>();
    private Process processus;
    private BiPredicate<String, Cote> cible = (sorte, cote) -> false;
    private boolean fauche;
    private int vus;
    private long premier;
    private long dernier;
    private int parLHorloge;

    /** Watches another process: the first commit that is such is its end. */
    synchronized void guette(Process autre, BiPredicate<String, Cote> autreCible) {
        processus = autre;
        cible = autreCible;
        fauche = false;
        vus = 0;
    }

    /** Now, wherever it is; false when it is over already. */
    synchronized boolean fauche() {
        if (fauche || !processus.isAlive()) {
            return false;
        }
        parLHorloge++;
        tue();
        return true;
    }

    /**
     * Waits for its end; gives its exit code.
     *
     * @throws IllegalStateException when it does not come
     */
    int attends() throws InterruptedException {
        if (!processus.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            processus.destroyForcibly();
            throw new IllegalStateException("le processus ne finit pas");
        }
        return processus.exitValue();
    }

    /** From its first commit to its last. */
    synchronized Duration travail() {
        return Duration.ofNanos(dernier - premier);
    }

    @Override
    public synchronized boolean avant(String sorte) {
        return vois(sorte, Cote.AVANT);
    }

    @Override
    public synchronized boolean apres(String sorte) {
        return vois(sorte, Cote.APRES);
    }

    /** Ends and moments before ends that this process has come to. */
    synchronized int vus() {
        return vus;
    }

    /** Whether nobody was killed there yet. */
    synchronized boolean manque(String sorte, Cote cote) {
        return !morts.containsKey(sorte) || !morts.get(sorte).containsKey(cote);
    }

    /** Kinds that were seen, and around which nobody was killed yet, on one side at least. */
    synchronized List<String> manquent() {
        return morts.keySet().stream()
                .filter(sorte -> Stream.of(Cote.values()).anyMatch(cote -> manque(sorte, cote)))
                .toList();
    }

    /** How often it killed: before a commit, after one, by the clock. */
    synchronized List<Integer> combien() {
        return List.of(combien(Cote.AVANT), combien(Cote.APRES), parLHorloge);
    }

    /** Kind, killed before, killed after. */
    synchronized String table() {
        return morts.entrySet().stream()
                .map(une -> "%4d %4d  %s"
                        .formatted(
                                une.getValue().getOrDefault(Cote.AVANT, 0),
                                une.getValue().getOrDefault(Cote.APRES, 0),
                                une.getKey()))
                .collect(Collectors.joining("\n", "avant après  commit\n", ""));
    }

    private int combien(Cote cote) {
        return morts.values().stream()
                .mapToInt(une -> une.getOrDefault(cote, 0))
                .sum();
    }

    private boolean vois(String sorte, Cote cote) {
        if (fauche) {
            return false;
        }
        dernier = System.nanoTime();
        premier = vus++ == 0 ? dernier : premier;
        var siennes = morts.computeIfAbsent(sorte, nouvelle -> new EnumMap<>(Cote.class));
        if (!cible.test(sorte, cote)) {
            return true;
        }
        tue();
        siennes.merge(cote, 1, Integer::sum);
        return false;
    }

    /** Returns once it is dead: nothing that it says afterwards was said. */
    private void tue() {
        fauche = true;
        processus.destroyForcibly();
        processus.onExit().join();
    }
}
