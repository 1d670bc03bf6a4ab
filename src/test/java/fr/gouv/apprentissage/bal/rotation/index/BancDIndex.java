package fr.gouv.apprentissage.bal.rotation.index;

import fr.gouv.apprentissage.bal.contact.ContactsIndexes;
import fr.gouv.apprentissage.bal.ingestion.Reindexation;
import fr.gouv.apprentissage.bal.ingestion.Transactions;
import fr.gouv.apprentissage.bal.journal.jalon.SignataireLocal;
import fr.gouv.apprentissage.bal.rotation.BancDeRotation;
import fr.gouv.apprentissage.bal.scellement.ScellementDeTest;
import io.vertx.mutiny.sqlclient.Pool;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** One process that turns blind indexes, on the real database, without a container. */
public final class BancDIndex implements AutoCloseable {

    private final BancDeRotation banc;
    private final RotationsDIndex rotations;
    private final TourDIndex tour;
    private boolean connues = true;

    /** @param signataire file of the key that signs, made where there is none */
    public BancDIndex(Pool pool, int port, ScellementDeTest scellement, Path signataire, Clock horloge, int lot) {
        this.banc = new BancDeRotation(pool, port, scellement, signataire, horloge);
        var transactions = new Transactions(pool);
        var reindexation = new Reindexation(
                scellement.scellement(),
                scellement.index(),
                List.of(new ContactsIndexes(scellement.scellement(), scellement.index())));
        this.rotations =
                new RotationsDIndex(transactions, reindexation, scellement.generations(), () -> connues, horloge);
        this.tour = new TourDIndex(
                transactions,
                reindexation,
                scellement.generations(),
                banc.entree(),
                new SignataireLocal(signataire),
                horloge,
                lot,
                0,
                enregistrements -> {});
    }

    /** Asks for a new generation; gives its number. */
    public int tourne() {
        return rotations.demande().generation();
    }

    /** Whether all processes know of generations. */
    public void connues(boolean partout) {
        connues = partout;
    }

    /** One step; false when there is nothing to do now. */
    public boolean pas() {
        return tour.pas().isPresent();
    }

    /** Does what can be done now. */
    public void vaAuBout() {
        while (pas()) {
            Thread.onSpinWait();
        }
    }

    /** State of the newest job. */
    public String etat() {
        return derniere().etat().name();
    }

    /** Proof of the newest job, as it is shown. */
    public String preuve() {
        return derniere().montre().preuve();
    }

    /** Records that the newest job has done. */
    public long faits() {
        return derniere().faits();
    }

    /** Whether the rows of retired generations are gone. */
    public boolean purgee() {
        return derniere().purgeeLe().isPresent();
    }

    /** Why the newest job waits. */
    public String motif() {
        return derniere().motif().orElse("");
    }

    public void retire(int generation) {
        rotations.retire(generation);
    }

    /** Takes away rows of retired generations, all that is due. */
    public void purge() {
        while (rotations.purge()) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        banc.close();
    }

    private Travail derniere() {
        return rotations.dernieres(1).get(0);
    }
}
