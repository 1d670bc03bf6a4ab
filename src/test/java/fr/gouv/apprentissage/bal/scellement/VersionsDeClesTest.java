package fr.gouv.apprentissage.bal.scellement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.apprentissage.bal.declaration.Classe;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import fr.gouv.apprentissage.bal.ingestion.Transactions;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a version comes into use and goes, between processes that know of each other only by the tables. */
class VersionsDeClesTest {

    private final HorlogeReglable horloge = new HorlogeReglable(Instant.now());
    private Pool pool;
    private Transactions transactions;
    private ScellementDeTest ici;
    private VersionsDeCles versions;

    @BeforeEach
    void unProcessus() {
        pool = BaseDIngestion.vide();
        BaseDIngestion.execute("truncate cle, epoque");
        transactions = new Transactions(pool);
        ici = ScellementDeTest.enBase(pool, horloge);
        versions = ici.versions();
    }

    private static int versionScellee(ScellementDeTest processus) {
        var scellement = processus.scellement();
        return FormatV1.versionDeCle(scellement.scelle(scellement.nouvelle(1), FicheDeTest.TEXTE, Sealed.recu("Zoé")));
    }

    private void impose(int version) {
        transactions.dans(connexion -> {
            connexion.query("set local lock_timeout = '300ms'").executeAndAwait();
            versions.impose(connexion, Classe.IDENTITE, version);
            return version;
        });
    }

    @Test
    void anAnnouncedVersionIsKnownBeforeItServes() {
        assertThat(versions.annonce(Classe.IDENTITE)).isEqualTo(2);
        assertThat(versions.connues(Classe.IDENTITE)).containsExactly(1, 2);
        assertThat(versionScellee(ici)).isEqualTo(1);
        assertThat(versions.sert(Classe.IDENTITE, 2)).isFalse();

        horloge.avance(VersionsDeCles.PREAVIS);

        assertThat(versionScellee(ici)).isEqualTo(2);
        assertThat(versions.sert(Classe.IDENTITE, 2)).isTrue();
    }

    @Test
    void announcedAgainItIsTheSameUntilItIsImposed() {
        versions.annonce(Classe.IDENTITE);
        assertThat(versions.annonce(Classe.IDENTITE)).isEqualTo(2);

        impose(2);

        assertThat(versions.annonce(Classe.IDENTITE)).isEqualTo(3);
    }

    @Test
    void aVersionIsNotImposedWhileAnybodyWrites() throws Exception {
        versions.annonce(Classe.IDENTITE);
        var ecrit = new CompletableFuture<Void>();
        var commence = new CompletableFuture<Void>();
        var ecriture = CompletableFuture.runAsync(() -> transactions.dans(connexion -> {
            versions.rejoins(connexion);
            commence.complete(null);
            return ecrit.orTimeout(1, TimeUnit.MINUTES).join();
        }));
        commence.get(1, TimeUnit.MINUTES);

        assertThatThrownBy(() -> impose(2)).isInstanceOfSatisfying(PgException.class, e -> assertThat(e.getSqlState())
                .isEqualTo("55P03"));
        ecrit.complete(null);
        ecriture.get(1, TimeUnit.MINUTES);
        impose(2);
    }

    @Test
    void whoWritesAfterItIsImposedSealsUnderItThoughItsClockIsBehindAndItHasNotReadTheTables() {
        // Given
        var autre =
                ScellementDeTest.enBase(pool, new HorlogeReglable(Instant.now().minusSeconds(3600)));
        versions.annonce(Classe.IDENTITE);
        impose(2);
        assertThat(versionScellee(autre)).isEqualTo(1);

        // When
        transactions.dans(connexion -> rejoint(autre, connexion));

        // Then
        assertThat(versionScellee(autre)).isEqualTo(2);
    }

    private static SqlConnection rejoint(ScellementDeTest processus, SqlConnection connexion) {
        processus.versions().rejoins(connexion);
        return connexion;
    }

    @Test
    void onlyWhatANewerImposedVersionReplacesIsRetired() {
        assertThat(versions.retire(Classe.IDENTITE, 1)).isFalse();
        versions.annonce(Classe.IDENTITE);
        assertThat(versions.retire(Classe.IDENTITE, 1)).isFalse();
        impose(2);
        assertThat(versions.retire(Classe.IDENTITE, 2)).isFalse();

        assertThat(versions.retire(Classe.IDENTITE, 1)).isTrue();
        assertThat(versions.retire(Classe.IDENTITE, 1)).isFalse();
        assertThat(versions.connues(Classe.IDENTITE)).containsExactly(2);
    }

    @Test
    void aRetiredNumberIsNeverGivenAgain() {
        versions.annonce(Classe.IDENTITE);
        impose(2);
        versions.retire(Classe.IDENTITE, 1);

        assertThat(versions.annonce(Classe.IDENTITE)).isEqualTo(3);
    }

    @Test
    void otherClassesStayAsTheyAre() {
        versions.annonce(Classe.IDENTITE);
        impose(2);

        assertThat(versions.connues(Classe.CONTACT)).containsExactly(1);
    }

    @Test
    void withTheHolderAwayNothingIsAnnounced() {
        ici.coupe(true);

        assertThatThrownBy(() -> versions.annonce(Classe.IDENTITE)).isInstanceOf(ClesIndisponibles.class);
        assertThat(versions.connues(Classe.IDENTITE)).containsExactly(1);
    }
}
