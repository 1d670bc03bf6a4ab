package fr.gouv.apprentissage.bal.connecteur.deca;

import static fr.gouv.apprentissage.bal.connecteur.deca.TypiqueDeca.ligne;
import static fr.gouv.apprentissage.bal.connecteur.deca.TypiqueDeca.pose;
import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.contrat.ContratStore;
import fr.gouv.apprentissage.bal.ingestion.BancDIngestion;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import fr.gouv.apprentissage.bal.ingestion.Transactions;
import fr.gouv.apprentissage.bal.scellement.HorlogeReglable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who asks for what changed since the moment of his last question misses nothing. */
class EstampilleTest {

    private static final LocalDate JOUR = LocalDate.of(2025, 1, 7);
    private static final String TOUS_APRES = "select count(*) from contrat where modifie_le >= '%s'";

    private final SourceEnMemoire source = new SourceEnMemoire(JOUR);
    private final BancDIngestion banc = new BancDIngestion(
            BaseDIngestion.vide(), new HorlogeReglable(Instant.parse("2025-01-10T02:00:00Z")), source);
    private final Transactions transactions = new Transactions(BaseDIngestion.laMeme());

    @BeforeEach
    void deuxContrats() {
        source.dit(JOUR, ligne(), ligne(une -> pose(une, "/detailsContrat/noContrat", "222222222222")));
        banc.poursuis();
    }

    @AfterEach
    void ferme() {
        banc.close();
    }

    @Test
    void whatIsMergedIsFoundByWhoAskedLastWhenTheMergeHadNotYetEnded() {
        BaseDIngestion.execute("update contrat set modifie_le = now() - interval '1 hour'");
        var question = maintenant();
        source.dit(JOUR, ligne(une -> pose(une, "/detailsContrat/statut", "Rompu")));

        banc.relis(JOUR, JOUR);

        assertThat(banc.derniere().modifies()).isEqualTo(1);
        assertThat(banc.texte(TOUS_APRES.formatted(question))).isEqualTo("1");
        // The latest moment at which somebody may have asked and not seen it: just before the commit.
        assertThat(banc.texte(TOUS_APRES.formatted(question.plusSeconds(2)))).isEqualTo("1");
    }

    @Test
    void aMergeThatOutlivesItsStampIsStampedAgain() {
        var passee = maintenant().minusHours(1);
        var question = maintenant();

        var dansLaTransaction = transactions.dans(connexion -> {
            connexion.query("update contrat set modifie_le = '" + passee + "'").executeAndAwait();
            ContratStore.confirme(connexion, passee);
            return maintenant();
        });

        assertThat(dansLaTransaction).isAfter(question);
        assertThat(banc.texte(TOUS_APRES.formatted(dansLaTransaction))).isEqualTo("2");
    }

    @Test
    void aMergeThatEndsInTimeKeepsItsStamp() {
        var aVenir = maintenant().plusHours(1);

        transactions.dans(connexion -> {
            connexion.query("update contrat set modifie_le = '" + aVenir + "'").executeAndAwait();
            ContratStore.confirme(connexion, aVenir);
            return connexion;
        });

        assertThat(banc.texte("select count(*) from contrat where modifie_le = '" + aVenir + "'"))
                .isEqualTo("2");
    }

    @Test
    void aLaterStampIsLaterThoughTheEarlierOneWasFarAhead() {
        var premiere = transactions.dans(connexion -> {
            var estampille = ContratStore.estampille(connexion, 1_000_000);
            connexion
                    .query("update contrat set modifie_le = '" + estampille + "'")
                    .executeAndAwait();
            return estampille;
        });

        var seconde = transactions.dans(connexion -> ContratStore.estampille(connexion, 1));

        assertThat(seconde).isAfter(premiere);
    }

    private OffsetDateTime maintenant() {
        return BaseDIngestion.laMeme()
                .query("select clock_timestamp()")
                .executeAndAwait()
                .iterator()
                .next()
                .getOffsetDateTime(0);
    }
}
