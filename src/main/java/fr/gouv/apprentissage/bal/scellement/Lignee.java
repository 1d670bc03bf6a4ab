package fr.gouv.apprentissage.bal.scellement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All versions of one key: the newest that is active serves new values, the others still read old ones. */
final class Lignee {

    private final String genre;
    private final CleMaitresse maitresse;
    private volatile List<CleVive> versions = List.of();
    private volatile int plancher;

    Lignee(String genre, CleMaitresse maitresse) {
        this.genre = genre;
        this.maitresse = maitresse;
    }

    String genre() {
        return genre;
    }

    CleMaitresse maitresse() {
        return maitresse;
    }

    /** In the order of their numbers. */
    List<CleVive> versions() {
        return versions;
    }

    /** The key of that version, in memory or not; empty when the tables have none that is not retired. */
    Optional<CleVive> version(int version) {
        for (var cle : versions) {
            if (cle.version() == version) {
                return Optional.of(cle);
            }
        }
        return Optional.empty();
    }

    /**
     * The key under which new values go.
     *
     * @throws ClesIndisponibles when the tables have not been read, or have none
     */
    CleVive courante(long maintenant) {
        var toutes = versions;
        for (int i = toutes.size() - 1; i >= 0; i--) {
            // The first is active, and so is what is in use, whatever the clocks of this process and of the database
            // say.
            if (toutes.get(i).active(maintenant) || toutes.get(i).version() <= plancher || i == 0) {
                return toutes.get(i);
            }
        }
        throw new ClesIndisponibles("clé " + genre + " : aucune version connue");
    }

    /**
     * New values go under this version or a newer one from now on: another process uses it, or nothing older may be written any longer.
     *
     * @throws ClesIndisponibles when it is not known here yet
     */
    synchronized void adopte(int version) {
        if (version(version).isEmpty()) {
            throw new ClesIndisponibles("clé " + genre + " : la version " + version + " n'est pas encore connue ici");
        }
        plancher = Math.max(plancher, version);
    }

    /** Takes what the tables hold now: keys stay as they are in memory, retired ones go. */
    void relue(List<CleEnveloppee> lues) {
        var nouvelles = new ArrayList<CleVive>();
        for (var lue : lues) {
            var connue = version(lue.version());
            connue.ifPresent(cle -> cle.relue(lue));
            nouvelles.add(connue.orElseGet(() -> new CleVive(lue)));
        }
        nouvelles.sort(Comparator.comparingInt(CleVive::version));
        var anciennes = versions;
        versions = List.copyOf(nouvelles);
        anciennes.stream().filter(cle -> !nouvelles.contains(cle)).forEach(CleVive::retiree);
    }
}
