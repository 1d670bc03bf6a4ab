package fr.gouv.apprentissage.bal.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.apprentissage.bal.declaration.Classe;
import fr.gouv.apprentissage.bal.personne.Personne;
import fr.gouv.apprentissage.bal.scellement.Cellule;
import fr.gouv.apprentissage.bal.scellement.ChampScelle;
import fr.gouv.apprentissage.bal.scellement.ChampsScelles;
import fr.gouv.apprentissage.bal.scellement.CleEnregistrement;
import fr.gouv.apprentissage.bal.scellement.HorlogeReglable;
import fr.gouv.apprentissage.bal.scellement.Rescellement;
import fr.gouv.apprentissage.bal.scellement.Scellement;
import fr.gouv.apprentissage.bal.scellement.ScellementDeTest;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import fr.gouv.apprentissage.bal.scellement.ValeurAlteree;
import fr.gouv.apprentissage.bal.scellement.VersionsDeCles;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two versions of a key side by side: what was staged under one and what is stored under the other. */
class AccordDesVersionsTest {

    private static final long ID = 7;
    private static final ChampScelle<String> NOM = ChampsScelles.de(Personne.class, "nom");

    private final HorlogeReglable horloge = new HorlogeReglable(Instant.now());
    private Pool pool;
    private ScellementDeTest test;
    private Scellement scellement;
    private CleEnregistrement cle;
    private AccordDesVersions accord;

    @BeforeEach
    void unEnregistrementEtUneVersionAnnoncee() {
        pool = BaseDIngestion.vide();
        BaseDIngestion.execute("truncate cle, epoque");
        test = ScellementDeTest.enBase(pool, horloge);
        scellement = test.scellement();
        cle = scellement.nouvelle(ID);
        pool.preparedQuery("insert into secret (enregistrement, epoque, enveloppe) values ($1, $2, $3)")
                .executeAndAwait(Tuple.of(ID, cle.epoque(), Buffer.buffer(cle.enveloppe())));
        accord = new AccordDesVersions(scellement, AtelierDIngestion.champs());
        test.versions().annonce(Classe.IDENTITE);
    }

    private void laNouvelleVersionSert() {
        horloge.avance(VersionsDeCles.PREAVIS);
    }

    private Cellule nom(String valeur) {
        return Cellule.scellee(scellement.scelle(cle, NOM, Sealed.recu(valeur)));
    }

    private static Map<String, Cellule> ligne(Cellule nom) {
        return new HashMap<>(Map.of("nom", nom, "statut", Cellule.claire("ACTIF")));
    }

    /** What a merge holds of the record: a stored row, a beaten value, a staged row. */
    private final class Tenue {

        private final Map<Long, Map<String, Cellule>> stockee = new HashMap<>();
        private final Map<Long, Map<String, Map<Integer, Cellule>>> ecartee = new HashMap<>();
        private final Map<Long, Map<Integer, LigneScellee>> staging = new HashMap<>();

        Tenue(Cellule stockee, Cellule ecartee, Cellule staging) {
            this.stockee.put(ID, ligne(stockee));
            this.ecartee.put(ID, new HashMap<>(Map.of("nom", new HashMap<>(Map.of(0, ecartee)))));
            this.staging.put(ID, new HashMap<>(Map.of(1, new LigneScellee(ligne(staging), List.of(), List.of()))));
        }

        Tenue accordee() {
            new Transactions(pool).avec(connexion -> {
                accord.accorde(connexion, new AccordDesVersions.Tenues(List.of(stockee), ecartee, staging));
                return this;
            });
            return this;
        }

        Cellule stockee() {
            return stockee.get(ID).get("nom");
        }

        Cellule ecartee() {
            return ecartee.get(ID).get("nom").get(0);
        }

        Cellule staging() {
            return staging.get(ID).get(1).cellules().get("nom");
        }
    }

    @Test
    void stagedUnderTheOldAndStoredUnderTheNewCompare() {
        var ancienne = nom("Durand");
        laNouvelleVersionSert();

        var tenue = new Tenue(nom("Durand"), nom("Dupont"), ancienne).accordee();

        assertThat(tenue.staging().memeQue(tenue.stockee(), scellement)).isTrue();
        assertThat(tenue.staging().memeQue(tenue.ecartee(), scellement)).isFalse();
    }

    @Test
    void stagedUnderTheNewAndStoredUnderTheOldCompare() {
        var stockee = nom("Durand");
        var ecartee = nom("Dupont");
        laNouvelleVersionSert();

        var tenue = new Tenue(stockee, ecartee, nom("Durand")).accordee();

        assertThat(tenue.stockee().memeQue(tenue.staging(), scellement)).isTrue();
        assertThat(tenue.ecartee().memeQue(tenue.staging(), scellement)).isFalse();
    }

    @Test
    void nothingIsHeldUnderTheOldVersionAnyLonger() {
        var tenue = new Tenue(nom("Durand"), nom("Dupont"), nom("Durand"));
        laNouvelleVersionSert();

        tenue.accordee();

        assertThat(List.of(tenue.stockee(), tenue.ecartee(), tenue.staging()))
                .allSatisfy(cellule ->
                        assertThat(Rescellement.version(cellule.scelle())).isEqualTo(2));
    }

    @Test
    void aReplicaWhoseClockIsBehindTakesOverWhatAnotherUses() {
        // Given values that another replica sealed under the version whose time has not come here
        var autre = ScellementDeTest.enBase(
                pool, new HorlogeReglable(horloge.instant().plus(VersionsDeCles.PREAVIS)));
        var stockee = Cellule.scellee(autre.scellement()
                .scelle(autre.scellement().cle(ID, cle.epoque(), cle.enveloppe()), NOM, Sealed.recu("Durand")));

        // When
        var tenue = new Tenue(nom("Dupont"), stockee, nom("Durand")).accordee();

        // Then
        assertThat(tenue.staging().memeQue(tenue.ecartee(), scellement)).isTrue();
        assertThat(Rescellement.version(nom("Durand").scelle())).isEqualTo(2);
    }

    @Test
    void underOneVersionEverythingStaysTheObjectThatItWas() {
        var nom = nom("Durand");
        var tenue = new Tenue(nom, nom, nom).accordee();

        assertThat(tenue.stockee()).isSameAs(nom);
        assertThat(tenue.ecartee()).isSameAs(nom);
        assertThat(tenue.staging()).isSameAs(nom);
    }

    @Test
    void aStoredValueThatDoesNotOpenStaysForWhoeverMendsIt() {
        var abimee = nom("Durand");
        abimee.scelle()[30] ^= 1;
        laNouvelleVersionSert();

        var tenue = new Tenue(abimee, nom("Dupont"), nom("Durand")).accordee();

        assertThat(tenue.stockee()).isSameAs(abimee);
        assertThat(accord.aJour("nom", tenue.stockee())).isFalse();
    }

    @Test
    void aStagedValueThatDoesNotOpenIsNotDroppedUnseen() {
        var abimee = nom("Durand");
        abimee.scelle()[30] ^= 1;
        laNouvelleVersionSert();

        assertThatThrownBy(() -> new Tenue(nom("Durand"), nom("Dupont"), abimee).accordee())
                .isInstanceOf(ValeurAlteree.class);
    }
}
