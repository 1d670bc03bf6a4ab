package fr.gouv.apprentissage.bal.connecteur.deca;

import static fr.gouv.apprentissage.bal.connecteur.deca.TypiqueDeca.ligne;
import static fr.gouv.apprentissage.bal.connecteur.deca.TypiqueDeca.pose;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.gouv.apprentissage.bal.ingestion.BancDIngestion;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The end of a run that somebody asks for. */
class AnnulationTest {

    private static final LocalDate J1 = LocalDate.of(2025, 1, 7);
    private static final Clock NUIT = Clock.fixed(Instant.parse("2025-01-10T02:00:00Z"), ZoneOffset.UTC);

    private final SourceEnMemoire source = new SourceEnMemoire(J1);
    private final BancDIngestion banc = new BancDIngestion(BaseDIngestion.vide(), NUIT, source);

    @AfterEach
    void ferme() {
        banc.close();
    }

    @Test
    void aRunThatWaitsEndsAtOnce() {
        banc.planifie();

        var annulee = banc.annule(banc.derniere().id());

        assertThat(annulee.etat()).hasToString("ANNULEE");
        assertThat(annulee.termineLe()).isNotNull();
        banc.tour();
        assertThat(source.demandes()).isEmpty();
    }

    @Test
    void aRunThatIsUnderWayStopsAtItsNextPageAndWhatItMergedStays() {
        source.dit(J1, ligne());
        source.dit(J1.plusDays(1), contrat("2"), contrat("3"), contrat("4"));
        source.avant((jour, page) -> {
            if (jour.equals(J1.plusDays(1)) && page == 2) {
                assertThat(banc.annule(banc.derniere().id()).etat()).hasToString("EN_COURS");
            }
        });

        banc.poursuis();

        assertThat(banc.derniere().etat()).hasToString("ANNULEE");
        assertThat(source.demandes()).containsExactly("2025-01-07 1", "2025-01-08 1", "2025-01-08 2");
        assertThat(banc.curseur()).isEqualTo("2025-01-07");
        assertThat(banc.texte("select count(*) from contrat")).isEqualTo("1");
        assertThat(enAttente()).isEqualTo("0");
        assertThat(reserves()).isEqualTo("0");
        assertThat(banc.mesures()
                        .counter("bal.ingestion.executions", "connecteur", "deca", "etat", "ANNULEE")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aRunWhoseProcessDiedEndsAtOnceAndWhatItStagedGoes() {
        source.dit(J1, contrat("2"), contrat("3"), contrat("4"));
        source.avant((jour, page) -> {
            if (page == 2) {
                throw new Mort();
            }
        });
        mort();
        assertThat(enAttente()).isNotEqualTo("0");

        banc.annule(banc.derniere().id());

        assertThat(banc.derniere().etat()).hasToString("ANNULEE");
        assertThat(enAttente()).isEqualTo("0");
    }

    @Test
    void whatWasReservedForRowsThatNeverCameBackGoesWithTheNextRun() {
        source.dit(J1, contrat("2"), contrat("3"), contrat("4"));
        source.avant((jour, page) -> {
            if (page == 2) {
                throw new Mort();
            }
        });
        mort();
        banc.annule(banc.derniere().id());
        assertThat(reserves()).isNotEqualTo("0");
        source.avant((jour, page) -> {});
        source.dit(J1, contrat("5"));

        banc.poursuis();

        assertThat(banc.texte("select count(*) from contrat")).isEqualTo("1");
        assertThat(reserves()).isEqualTo("0");
    }

    @Test
    void whatWasCancelledIsReadByTheNextRun() {
        source.dit(J1, ligne());
        banc.planifie();
        banc.annule(banc.derniere().id());

        banc.poursuis();

        assertThat(banc.derniere().etat()).hasToString("TERMINEE");
        assertThat(banc.curseur()).isEqualTo("2025-01-09");
    }

    /** Keys and secrets of records that are none. */
    private String reserves() {
        return banc.texte(
                "select (select count(*) from contrat_cle where enregistrement not in (select id from contrat))"
                        + " + (select count(*) from secret where enregistrement not in (select id from contrat union all"
                        + " select enregistrement from contact))");
    }

    private String enAttente() {
        return banc.texte("select (select count(*) from ingestion_page) + (select count(*) from ingestion_ligne)");
    }

    private void mort() {
        try {
            banc.poursuis();
        } catch (Mort mort) {
            BaseDIngestion.execute("update bail set expire_le = '-infinity'");
        }
    }

    private static ObjectNode contrat(String numero) {
        return ligne(une -> pose(une, "/detailsContrat/noContrat", numero.repeat(12)));
    }

    private static final class Mort extends Error {

        private static final long serialVersionUID = 1L;
    }
}
