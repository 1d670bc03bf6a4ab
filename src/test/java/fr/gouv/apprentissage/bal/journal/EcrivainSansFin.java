package fr.gouv.apprentissage.bal.journal;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;

/** A process that writes entries, 16 at a time, and prints the id of each as soon as it is answered, until it is killed. */
final class EcrivainSansFin {

    private final JournalGroupe journal;

    private EcrivainSansFin(JournalGroupe journal) {
        this.journal = journal;
    }

    public static void main(String[] arguments) {
        int port = Integer.parseInt(arguments[0]);
        var journal = BaseDeJournal.journal(Vertx.vertx(), port, Reglages.DEFAUT, new SimpleMeterRegistry());
        var ecrivain = new EcrivainSansFin(journal);
        for (int n = 0; n < 16; n++) {
            ecrivain.ecris();
        }
    }

    private void ecris() {
        journal.inscris(Exemples.divulgation("sans-fin", 1)).subscribe().with(this::suivante, echec -> System.exit(1));
    }

    private void suivante(Inscription inscription) {
        synchronized (System.out) {
            System.out.println(inscription.id());
        }
        ecris();
    }
}
