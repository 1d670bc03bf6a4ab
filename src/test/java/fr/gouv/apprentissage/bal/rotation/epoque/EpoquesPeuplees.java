package fr.gouv.apprentissage.bal.rotation.epoque;

import fr.gouv.apprentissage.bal.scellement.ProcessusDEpoques;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Records with their secrets under the first epoch, and a process that turns epochs without waiting. */
abstract class EpoquesPeuplees {

    static final Delais SANS_ATTENTE = new Delais(Duration.ZERO, Duration.ZERO, Duration.ZERO);
    static final int NOMBRE = 350;

    @TempDir
    Path dossier;

    BaseDEpoques base;
    ProcessusDEpoques processus;
    TourDEpoque tour;
    List<byte[]> valeurs;

    @BeforeEach
    void remplis() {
        base = new BaseDEpoques();
        processus = processus();
        tour = tour(processus, SANS_ATTENTE, () -> true);
        valeurs = base.ajoute(processus, LongStream.rangeClosed(1, NOMBRE));
    }

    @AfterEach
    void ferme() {
        base.close();
    }

    ProcessusDEpoques processus() {
        return ProcessusDEpoques.surFichier(base.pool(), dossier.resolve("cles"));
    }

    TourDEpoque tour(ProcessusDEpoques de, Delais delais, BooleanSupplier continuer) {
        return tour(de, delais, continuer, ConfigDEpoques.SUR_DEMANDE);
    }

    TourDEpoque tour(ProcessusDEpoques de, Delais delais, BooleanSupplier continuer, ConfigDEpoques config) {
        return new TourDEpoque(base.pool(), de.epoques(), de.scellement(), config, delais, continuer, nombre -> {});
    }

    void tourne() {
        tour.annonce();
        tour.passe();
    }
}
