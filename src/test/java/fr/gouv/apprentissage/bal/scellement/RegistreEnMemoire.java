package fr.gouv.apprentissage.bal.scellement;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Wrapped keys in memory, for tests that need no database. */
final class RegistreEnMemoire implements RegistreDesCles {

    private final List<CleEnveloppee> cles = new CopyOnWriteArrayList<>();

    @Override
    public List<CleEnveloppee> lis() {
        return List.copyOf(cles);
    }

    @Override
    public void inscris(String genre, int version, byte[] enveloppe, int regles) {
        inscris(genre, version, enveloppe, regles, Instant.EPOCH);
    }

    void inscris(String genre, int version, byte[] enveloppe, int regles, Instant activeLe) {
        if (cles.stream().noneMatch(cle -> cle.genre().equals(genre) && cle.version() == version)) {
            cles.add(new CleEnveloppee(genre, version, enveloppe, activeLe, regles));
        }
    }

    @Override
    public boolean renveloppe(String genre, int version, byte[] ancienne, byte[] nouvelle) {
        for (int i = 0; i < cles.size(); i++) {
            var cle = cles.get(i);
            if (cle.genre().equals(genre) && cle.version() == version && Arrays.equals(cle.enveloppe(), ancienne)) {
                cles.set(i, new CleEnveloppee(genre, version, nouvelle, cle.activeLe(), cle.regles()));
                return true;
            }
        }
        return false;
    }

    @Override
    public int annonce(Map<String, byte[]> enveloppes, int regles, Instant activeLe) {
        var version = 0;
        for (var enveloppe : enveloppes.entrySet()) {
            var genre = enveloppe.getKey();
            version = 1
                    + (int) cles.stream()
                            .filter(cle -> cle.genre().equals(genre))
                            .count();
            inscris(genre, version, enveloppe.getValue(), regles, activeLe);
        }
        return version;
    }

    @Override
    public boolean retire(String genre, int version) {
        return cles.removeIf(cle -> cle.genre().equals(genre) && cle.version() == version);
    }
}
