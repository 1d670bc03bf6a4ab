package fr.gouv.apprentissage.bal.connecteur.deca;

import static fr.gouv.apprentissage.bal.connecteur.deca.TypiqueDeca.ligne;
import static fr.gouv.apprentissage.bal.connecteur.deca.TypiqueDeca.pose;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.gouv.apprentissage.bal.ingestion.BancDIngestion;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import fr.gouv.apprentissage.bal.scellement.HorlogeReglable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How rows that could not be identified leave quarantine. */
class QuarantaineTest {

    private static final LocalDate J1 = LocalDate.of(2025, 1, 7);
    private static final LocalDate J2 = J1.plusDays(1);

    private final HorlogeReglable horloge = new HorlogeReglable(Instant.parse("2025-01-10T02:00:00Z"));
    private final SourceEnMemoire source = new SourceEnMemoire(J1);
    private final BancDIngestion banc = new BancDIngestion(BaseDIngestion.vide(), horloge, source);

    @AfterEach
    void ferme() {
        banc.close();
    }

    @Test
    void aRowIsKnownByItsPlaceInTheSource() {
        source.dit(J1, contrat("1"), contrat("2"), sansNom("3"));

        banc.poursuis();

        assertThat(banc.textes("select concat_ws('|', extrait, jour, motif, page, rang) from quarantaine"))
                .containsExactly("lba|2025-01-07|NOM_ABSENT|2|0");
    }

    @Test
    void aRowThatTodaysRulesIdentifyIsMergedAsIfItsDayHadIt() {
        source.refuse(une -> true);
        source.dit(J1, contrat("1"));
        source.dit(J2, contrat("2"));
        banc.poursuis();
        assertThat(banc.texte("select count(*) from quarantaine where motif = 'REGLE_DHIER'"))
                .isEqualTo("2");

        var rejeu = banc.rejoueTout();

        assertThat(rejeu).hasToString("RejeuDeQuarantaine[rejoues=2, acceptes=2, rejetes=0]");
        assertThat(banc.textes("select jour_lba from contrat where modifie_le is not null order by 1"))
                .containsExactly("2025-01-07", "2025-01-08");
        assertThat(banc.texte("select count(distinct personne) from identite")).isEqualTo("1");
        rienNEnReste();
    }

    @Test
    void aRowOfADayThatIsPastChangesNothingOfALaterOne() {
        source.refuse(une -> une.at("/detailsContrat/statut").asText().equals("Annulé"));
        source.dit(J1);
        source.dit(J2, avecStatut("Rompu"));
        banc.poursuis();
        source.dit(J1, avecStatut("Annulé"));
        banc.relis(J1, J1);

        assertThat(banc.rejoueTout().acceptes()).isEqualTo(1);

        assertThat(banc.textes("select concat_ws('|', statut, jour_lba) from contrat"))
                .containsExactly("ROMPU|2025-01-08");
        rienNEnReste();
    }

    @Test
    void aRowThatTodaysRulesRefuseStaysForTheirReason() {
        source.refuse(une -> true);
        source.dit(J1, sansNom("1"), contrat("2"));
        banc.poursuis();

        var rejeu = banc.rejoueTout();

        assertThat(rejeu).hasToString("RejeuDeQuarantaine[rejoues=2, acceptes=1, rejetes=1]");
        assertThat(banc.textes("select motif from quarantaine")).containsExactly("NOM_ABSENT");
        assertThat(rejeux("acceptees")).isEqualTo(1);
        assertThat(rejeux("rejetees")).isEqualTo(1);
        assertThat(secretsDeLignes()).isEqualTo("2");
    }

    @Test
    void onlyTheRowsThatAreNamedAreReadAgain() {
        source.refuse(une -> true);
        source.dit(J1, contrat("1"), contrat("2"));
        banc.poursuis();
        var premiere = Long.parseLong(banc.texte("select min(enregistrement) from quarantaine"));
        banc.pool()
                .query("update quarantaine set source = 'AUTRE' where enregistrement <> " + premiere)
                .executeAndAwait();
        var autre = Long.parseLong(banc.texte("select enregistrement from quarantaine where source = 'AUTRE'"));

        assertThat(banc.rejoue(List.of(premiere, autre, 999_999L)))
                .hasToString("RejeuDeQuarantaine[rejoues=1, acceptes=1, rejetes=0]");
        assertThat(banc.rejoue(List.of())).hasToString("RejeuDeQuarantaine[rejoues=0, acceptes=0, rejetes=0]");
    }

    @Test
    void manyRowsAreReadAgainInLots() {
        source.refuse(une -> true);
        source.dit(
                J1,
                IntStream.range(0, 230)
                        .mapToObj(rang -> ligne(une -> pose(une, "/detailsContrat/noContrat", "%012d".formatted(rang))))
                        .toArray(ObjectNode[]::new));
        banc.poursuis();

        assertThat(banc.rejoueTout().acceptes()).isEqualTo(230);

        assertThat(banc.texte("select count(*) from contrat")).isEqualTo("230");
        rienNEnReste();
    }

    @Test
    void whatAnotherRunHasStagedForTheSameDayIsNotTouched() {
        source.refuse(une -> une.at("/detailsContrat/noContrat").asText().startsWith("1"));
        source.dit(J1, contrat("1"));
        banc.poursuis();
        source.dit(J1, contrat("2"), contrat("3"), contrat("4"));
        source.avant((jour, page) -> {
            if (page == 2) {
                assertThat(banc.rejoueTout().acceptes()).isEqualTo(1);
            }
        });

        banc.relis(J1, J1);

        assertThat(banc.derniere().crees()).isEqualTo(3);
        assertThat(banc.texte("select count(*) from contrat")).isEqualTo("4");
        rienNEnReste();
    }

    @Test
    void aRunThatMendsTheRowOfItsDayTakesItOut() {
        source.dit(J1, sansNom("1"), sansNom("2"));
        source.dit(J2, sansNom("1"));
        banc.poursuis();
        source.dit(J1, contrat("1"), sansNom("2"));

        banc.relis(J1, J1);

        assertThat(banc.textes("select jour from quarantaine order by jour"))
                .containsExactly("2025-01-07", "2025-01-08");
        assertThat(banc.texte("select count(*) from contrat")).isEqualTo("1");
        assertThat(secretsDeLignes()).isEqualTo("3");
        assertThat(banc.texte("select count(*) from quarantaine_marque k where not exists"
                        + " (select from quarantaine q where q.enregistrement = k.enregistrement)"))
                .isEqualTo("0");
    }

    @Test
    void aRunThatMendsTheRowOnALaterDayTakesItOut() {
        source.dit(J1, sansNom("1"), sansNom("2"));
        source.dit(J2, contrat("1"));

        banc.poursuis();

        assertThat(banc.textes("select concat_ws('|', jour, rang) from quarantaine"))
                .containsExactly("2025-01-07|1");
        assertThat(secretsDeLignes()).isEqualTo("2");
    }

    @Test
    void aRowOfAnEarlierDayMendsNothing() {
        source.dit(J1);
        source.dit(J2, sansNom("1"));
        banc.poursuis();
        source.dit(J1, contrat("1"));

        banc.relis(J1, J1);

        assertThat(banc.textes("select jour from quarantaine")).containsExactly("2025-01-08");
        assertThat(banc.texte("select count(*) from contrat")).isEqualTo("1");
    }

    @Test
    void aDayThatComesBackEmptyTakesNothingOut() {
        source.dit(J1, sansNom("1"));
        banc.poursuis();
        source.dit(J1);

        banc.relis(J1, J1);

        assertThat(banc.texte("select count(*) from quarantaine")).isEqualTo("1");
    }

    @Test
    void aRowStaysAsLongAsItMay() {
        source.dit(J1, sansNom("1"));
        banc.poursuis();
        banc.pool()
                .query("update quarantaine set recue_le = '2025-01-10T02:00:00Z'")
                .executeAndAwait();
        horloge.avance(Duration.ofDays(90));
        banc.purge(90);
        assertThat(banc.texte("select count(*) from quarantaine")).isEqualTo("1");

        horloge.avance(Duration.ofSeconds(1));
        banc.purge(90);

        rienNEnReste();
        assertThat(banc.texte("select count(*) from secret")).isEqualTo("0");
    }

    /** No row, no mark, no secret of one, and nothing in staging. */
    private void rienNEnReste() {
        assertThat(banc.texte("select (select count(*) from quarantaine) + (select count(*) from quarantaine_marque)"
                        + " + (select count(*) from ingestion_ligne) + (select count(*) from ingestion_rejet)"))
                .isEqualTo("0");
        assertThat(banc.texte("select count(*) from secret s where not exists"
                        + " (select from contrat c where c.id = s.enregistrement) and not exists"
                        + " (select from contact c where c.enregistrement = s.enregistrement)"))
                .isEqualTo("0");
    }

    private double rejeux(String sort) {
        return banc.mesures()
                .get("bal.ingestion.rejeux")
                .tag("sort", sort)
                .counter()
                .count();
    }

    /** Contacts of employers aside: they have theirs, whatever becomes of a row. */
    private String secretsDeLignes() {
        return banc.texte("select (select count(*) from secret) - (select count(*) from contact)");
    }

    private static ObjectNode contrat(String numero) {
        return ligne(une -> pose(une, "/detailsContrat/noContrat", numero.repeat(12)));
    }

    private static ObjectNode sansNom(String numero) {
        var ligne = contrat(numero);
        pose(ligne, "/alternant/nom", "");
        return ligne;
    }

    private static ObjectNode avecStatut(String statut) {
        return ligne(une -> pose(une, "/detailsContrat/statut", statut));
    }
}
