package fr.gouv.apprentissage.bal.version;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** One process among those that share the database, as far as formats go. */
final class Processus {

    /** Signs of life that may be missed. */
    private static final int PATIENCE = 6;

    private final UUID id = UUID.randomUUID();
    private final ProcessusStore store;
    private final Map<String, Integer> lit;
    private final VersionConfig config;
    private final FormatsEcrits formats;

    Processus(ProcessusStore store, Collection<FormatLu> lit, VersionConfig config, FormatsEcrits formats) {
        this.store = store;
        this.lit = lit.stream().collect(Collectors.toUnmodifiableMap(FormatLu::nom, FormatLu::version));
        this.config = config;
        this.formats = formats;
    }

    /**
     * The first sign of life; one that must not serve takes it back, or a process that is started again and again would hold back what others
     * may write.
     *
     * @throws FormatTropRecent as {@link #bats}
     */
    void commence() {
        try {
            bats();
        } catch (FormatTropRecent refus) {
            finis();
            throw refus;
        }
    }

    /**
     * Gives a sign of life, and learns what may be written.
     *
     * @throws FormatTropRecent when something was written that this build does not read; nothing is raised then
     */
    void bats() {
        var ecrits = store.bats(id, lit);
        ecrits.forEach(this::controle);
        formats.sont(ecrits);
        if (config.retenir()) {
            return;
        }
        var aHausser = lit.entrySet().stream()
                .filter(format -> format.getValue() > formats.version(format.getKey()))
                .map(Map.Entry::getKey)
                .toList();
        if (!aHausser.isEmpty()) {
            aHausser.forEach(nom -> store.hausse(nom, vie()));
            formats.sont(store.ecrits());
        }
    }

    /** Ends: what the others write need not wait for this process any more. */
    void finis() {
        store.oublie(id);
    }

    long vivants() {
        return store.vivants(vie());
    }

    private void controle(String nom, int ecrite) {
        int lue = lit.getOrDefault(nom, FormatsEcrits.PREMIERE);
        if (ecrite > lue) {
            throw new FormatTropRecent(nom, ecrite, lue);
        }
    }

    private Duration vie() {
        return config.battement().multipliedBy(PATIENCE);
    }
}
