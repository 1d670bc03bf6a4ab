package fr.gouv.apprentissage.bal.rotation.index;

import fr.gouv.apprentissage.bal.declaration.ArgumentInvalide;
import fr.gouv.apprentissage.bal.ingestion.Reindexation;
import fr.gouv.apprentissage.bal.ingestion.Transactions;
import fr.gouv.apprentissage.bal.scellement.GenerationsDIndex;
import fr.gouv.apprentissage.bal.scellement.VersionsDeCles;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BooleanSupplier;

/** What is asked of generations: to turn, to be retired, how far they are. Waits: never on an event loop. */
final class RotationsDIndex {

    private static final int LOT = 5_000;

    private final Transactions transactions;
    private final Reindexation reindexation;
    private final GenerationsDIndex generations;
    private final BooleanSupplier connuesPartout;
    private final Clock horloge;
    private final RotationIndexStore store = new RotationIndexStore();

    /** @param connuesPartout whether every living process knows of generations */
    RotationsDIndex(
            Transactions transactions,
            Reindexation reindexation,
            GenerationsDIndex generations,
            BooleanSupplier connuesPartout,
            Clock horloge) {
        this.transactions = transactions;
        this.reindexation = reindexation;
        this.generations = generations;
        this.connuesPartout = connuesPartout;
        this.horloge = horloge;
    }

    /**
     * Opens a generation. The job under way is the answer while there is one; one that failed, or whose proof no longer holds, goes again
     * instead of yet another generation.
     *
     * @throws ArgumentInvalide while the former one is not gone, or a living process does not know of generations
     */
    Travail demande() {
        var derniere = dernieres(1).stream().findFirst();
        if (derniere.filter(this::aReprendre).isPresent()) {
            return transactions.dans(connexion -> {
                store.reprends(connexion, derniere.get().id());
                return store.tous(connexion, 1).get(0);
            });
        }
        if (derniere.filter(un -> un.purgeeLe().isEmpty()).isPresent()) {
            throw new ArgumentInvalide("generation", "l'ancienne génération n'est pas encore retirée et purgée");
        }
        if (!connuesPartout.getAsBoolean()) {
            throw new ArgumentInvalide(
                    "generation",
                    "un processus d'un paquet plus ancien vit encore, ou bal.version.retenir le garde possible");
        }
        var generation = generations.annonce();
        return transactions.dans(connexion -> {
            store.demande(connexion, generation, maintenant());
            return store.tous(connexion, 1).get(0);
        });
    }

    /** The newest first. */
    List<Travail> dernieres(int nombre) {
        return transactions.avec(connexion -> store.tous(connexion, nombre));
    }

    /**
     * Retires the generations before this one, on the proof that every record stands under it, which is held against the tables once more.
     *
     * @throws ArgumentInvalide when there is no such proof
     */
    Travail retire(int generation) {
        var travail = dernieres(1).stream()
                .filter(un -> un.generation() == generation && un.terminee())
                .findFirst()
                .orElseThrow(() -> new ArgumentInvalide(
                        "generation", "aucune rotation terminée ne prouve que tout est sous cette génération"));
        if (transactions.dans(connexion -> Recensement.lacunes(connexion, generation)) > 0) {
            throw new ArgumentInvalide(
                    "generation", "des enregistrements sont de nouveau sans cette génération : redemandez tourneIndex");
        }
        generations.retireAvant(generation);
        return transactions.dans(connexion -> {
            store.suivi().retiree(connexion, travail.id(), maintenant());
            return store.tous(connexion, 1).get(0);
        });
    }

    /** Takes away the rows of retired generations, once no replica writes or asks them any longer; false when there is nothing to do. */
    boolean purge() {
        var avant = maintenant().minus(VersionsDeCles.PREAVIS);
        var due = dernieres(1).stream()
                .filter(un -> un.purgeeLe().isEmpty()
                        && un.retireeLe().filter(avant::isAfter).isPresent())
                .findFirst();
        return due.isPresent()
                && transactions.dans(connexion -> {
                    var tenu = store.tiens(connexion, due.get().id());
                    if (tenu.isEmpty()) {
                        return false;
                    }
                    // Whoever writes joined before the retirement has ended by then; whoever joins later knows of it.
                    connexion.query("set local lock_timeout = '2s'").executeAndAwait();
                    generations.impose(connexion, due.get().generation());
                    var generation = due.get().generation();
                    var reste = Recensement.purge(connexion, generation, LOT)
                            || reindexation.oublieLesEcartees(connexion, generation, LOT);
                    if (!reste) {
                        store.purgee(connexion, due.get().id(), maintenant());
                    }
                    return reste;
                });
    }

    // A restored backup, or a process that knew nothing of generations, may have written after the proof.
    private boolean aReprendre(Travail travail) {
        return !travail.terminee()
                || travail.retireeLe().isEmpty()
                        && transactions.dans(connexion -> Recensement.lacunes(connexion, travail.generation())) > 0;
    }

    private OffsetDateTime maintenant() {
        return horloge.instant().atOffset(ZoneOffset.UTC);
    }
}
