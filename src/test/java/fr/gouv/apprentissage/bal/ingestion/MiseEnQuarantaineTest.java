package fr.gouv.apprentissage.bal.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.declaration.Classe;
import fr.gouv.apprentissage.bal.scellement.HorlogeReglable;
import fr.gouv.apprentissage.bal.scellement.LieuScelle;
import fr.gouv.apprentissage.bal.scellement.Rescellement;
import fr.gouv.apprentissage.bal.scellement.ScellementDeTest;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import fr.gouv.apprentissage.bal.scellement.VersionsDeCles;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A refused row that moves from staging into quarantine while keys turn: it is sealed again on one side or on the other, never missed. */
class MiseEnQuarantaineTest {

    private static final LocalDate JOUR = LocalDate.of(2025, 9, 1);

    private final HorlogeReglable horloge = new HorlogeReglable(Instant.now());
    private Pool pool;
    private ScellementDeTest test;

    @BeforeEach
    void uneLigneRefuseeSousLAncienneVersion() {
        pool = BaseDIngestion.vide();
        BaseDIngestion.execute("truncate cle, epoque");
        test = ScellementDeTest.enBase(pool, horloge);
        var cle = test.scellement().nouvelle(1);
        pool.preparedQuery("insert into secret (enregistrement, epoque, enveloppe) values (1, $1, $2)")
                .executeAndAwait(Tuple.of(cle.epoque(), Buffer.buffer(cle.enveloppe())));
        pool.preparedQuery("insert into ingestion_rejet (source, jour, extrait, page, rang, enregistrement, motif,"
                        + " empreinte, contenu) values ('DECA', $1, 0, 1, 0, 1, 'ILLISIBLE', 'x', $2)")
                .executeAndAwait(Tuple.of(
                        JOUR, Buffer.buffer(test.scellement().scelle(cle, MiseEnAttente.LIGNE, Sealed.recu("{}")))));
        test.versions().annonce(Classe.IDENTITE);
        horloge.avance(VersionsDeCles.PREAVIS);
    }

    @Test
    void whileItMovesItIsNotSealedBehindTheBackOfWhoCopiesIt() {
        var connexion = pool.getConnectionAndAwait();
        var fusion = connexion.beginAndAwait();
        FusionDeRejets.metsEnQuarantaine(connexion, "DECA", JOUR, List.of("lba"));

        assertThat(rescelle(LieuxDIngestion.rejetsEnAttente()).lignes()).isZero();

        fusion.commitAndAwait();
        connexion.closeAndAwait();
        assertThat(rescelle(LieuxDIngestion.quarantaine()).valeurs()).isEqualTo(1);
    }

    @Test
    void onceSealedAgainItMovesAsItIs() {
        assertThat(rescelle(LieuxDIngestion.rejetsEnAttente()).valeurs()).isEqualTo(1);

        new Transactions(pool)
                .dans(connexion -> FusionDeRejets.metsEnQuarantaine(connexion, "DECA", JOUR, List.of("lba")));

        assertThat(new Transactions(pool).avec(LieuxDIngestion.quarantaine()::compte))
                .containsExactly(new LieuScelle.Compte(Optional.of(Classe.IDENTITE), 2, 1));
    }

    private LieuScelle.Lot rescelle(LieuScelle lieu) {
        return new Transactions(pool)
                .dans(connexion -> lieu.rescelle(
                        connexion, new Rescellement(test.scellement(), Classe.IDENTITE, 2), Optional.empty(), 10));
    }
}
