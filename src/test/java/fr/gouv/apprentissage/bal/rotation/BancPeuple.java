package fr.gouv.apprentissage.bal.rotation;

import fr.gouv.apprentissage.bal.declaration.Classe;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import fr.gouv.apprentissage.bal.scellement.HorlogeReglable;
import fr.gouv.apprentissage.bal.scellement.ScellementDeTest;
import fr.gouv.apprentissage.bal.scellement.VersionsDeCles;
import io.vertx.mutiny.sqlclient.Pool;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Records that stand in every kind of place under the first version of their keys, and a process that turns these. */
abstract class BancPeuple {

    static final int FICHES = 230;
    static final long VALEURS = ValeursScellees.valeurs(FICHES);

    @TempDir
    Path dossier;

    final HorlogeReglable horloge = new HorlogeReglable(Instant.now());
    Pool pool;
    BancDeRotation banc;
    ValeursScellees valeurs;

    @BeforeEach
    void desValeursSousLaPremiereVersion() {
        pool = BancDeRotation.vide();
        banc = banc();
        valeurs = new ValeursScellees(pool, banc.scellement());
        valeurs.ecris(FICHES);
    }

    @AfterEach
    void ferme() {
        banc.close();
    }

    BancDeRotation banc() {
        return banc(0);
    }

    BancDeRotation banc(int debit) {
        return new BancDeRotation(
                pool,
                BaseDIngestion.port(),
                ScellementDeTest.enBase(pool, horloge),
                dossier.resolve("journal"),
                horloge,
                new ReglagesDeTest(50, debit));
    }

    void tourne() {
        banc.tourne("IDENTITE");
        horloge.avance(VersionsDeCles.PREAVIS);
        banc.vaAuBout();
    }

    String retires(int version) {
        horloge.avance(Duration.ofMinutes(2));
        return banc.rotations().retire(Classe.IDENTITE, version).etat().name();
    }
}
