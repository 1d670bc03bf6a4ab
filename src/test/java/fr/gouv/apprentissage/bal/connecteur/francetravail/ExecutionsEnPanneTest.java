package fr.gouv.apprentissage.bal.connecteur.francetravail;

import static fr.gouv.apprentissage.bal.connecteur.francetravail.Offres.MAINTENANT;
import static fr.gouv.apprentissage.bal.connecteur.francetravail.Offres.SIRETS;
import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.embarque.generateur.OffreGeneree;
import fr.gouv.apprentissage.bal.embarque.simulateur.Panne;
import fr.gouv.apprentissage.bal.ingestion.BancDIngestion;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import fr.gouv.apprentissage.bal.ingestion.ContactsStockes;
import fr.gouv.apprentissage.bal.ingestion.JournalEntendu;
import fr.gouv.apprentissage.bal.ingestion.PannesDocumentees;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A whole run of France Travail under a fault that stays, as the operator sees it; then the run after it, against one that met none. */
class ExecutionsEnPanneTest {

    private static final Duration DELAI = Duration.ofMillis(1_500);
    private static final List<OffreGeneree> OFFRES = offres();

    private final FranceTravailDeTest source = new FranceTravailDeTest(
            FranceTravailDeTest.HORLOGE, new Limites(10, 100), DELAI, Optional.of(List.of("22", "35", "56")));
    private BancDIngestion banc;
    private List<String> sansPanne;

    @BeforeEach
    void lisSansPanne() {
        source.liste(OFFRES);
        try (var premier =
                BancDIngestion.deContacts(BaseDIngestion.vide(), FranceTravailDeTest.HORLOGE, source.connecteur())) {
            premier.poursuis();
            sansPanne = etat(premier);
        }
        assertThat(sansPanne).hasSize(90 + 45);
        BaseDIngestion.execute("truncate offre");
        banc = BancDIngestion.deContacts(BaseDIngestion.vide(), FranceTravailDeTest.HORLOGE, source.connecteur());
    }

    @AfterEach
    void ferme() {
        banc.close();
        source.close();
    }

    static Stream<Arguments> pannes() {
        return Stream.concat(
                PannesDeFranceTravailTest.pannes(),
                Stream.of(
                        Arguments.of(new Panne.AutrePagination(7), "le nombre d'offres change sans cesse"),
                        Arguments.of(new Panne.CompteRefuse(), "la source refuse le compte (401)")));
    }

    @ParameterizedTest
    @MethodSource("pannes")
    void a_fault_that_stays_is_told_and_the_next_run_ends_as_if_there_had_been_none(Panne panne, String message) {
        // Given the second of three départements in the middle of which the fault stands
        source.simulateur()
                .pannes()
                .programme(d -> d.departement().equals(Optional.of("35")) && d.debut() == 10, panne);
        try (var journal = JournalEntendu.ordinaire()) {
            banc.poursuis();

            assertThat(banc.derniere().etat()).hasToString("ECHOUEE");
            assertThat(banc.derniere().erreur()).isEqualTo(message);
            assertThat(echouees()).isEqualTo(1);
            assertThat(journal.texte())
                    .contains("francetravail : exécution " + banc.derniere().id() + " échouée, " + message);
            assertThat(PannesDocumentees.chapitre()).contains("« " + message.replaceFirst(" \\(\\d.*", ""));
            assertThat(banc.texte("select count(*) from offre where disparue_le is not null"))
                    .isEqualTo("0");
        }

        // When
        source.simulateur().pannes().efface();
        banc.poursuis();

        // Then
        assertThat(banc.derniere().etat()).hasToString("TERMINEE");
        assertThat(etat(banc)).isEqualTo(sansPanne);
    }

    @Test
    void a_page_that_is_repeated_as_long_as_the_run_lasts_is_counted_and_no_offer_is_taken_for_gone() {
        source.simulateur()
                .pannes()
                .programme(d -> d.departement().equals(Optional.of("35")) && d.debut() == 10, new Panne.PageRepetee());
        banc.poursuis();
        assertThat(banc.derniere().etat()).hasToString("TERMINEE");
        assertThat(banc.derniere().signalements().toString()).contains("HORS_D_ATTEINTE");

        source.simulateur().pannes().efface();
        banc.poursuis();

        assertThat(etat(banc)).isEqualTo(sansPanne);
    }

    @Test
    void a_token_that_ends_in_the_middle_of_a_run_is_not_even_seen() {
        var fini = new AtomicBoolean();
        source.simulateur()
                .pannes()
                .programme(
                        d -> {
                            if (d.departement().equals(Optional.of("35"))
                                    && d.debut() == 10
                                    && fini.compareAndSet(false, true)) {
                                source.simulateur().revoqueLesJetons();
                            }
                            return false;
                        },
                        new Panne.Erreur500());

        banc.poursuis();

        assertThat(banc.derniere().etat()).hasToString("TERMINEE");
        assertThat(source.simulateur().jetons()).isGreaterThan(1);
        assertThat(etat(banc)).isEqualTo(sansPanne);
    }

    @Test
    void a_source_that_is_not_there_is_told() {
        source.simulateur().close();

        banc.poursuis();

        assertThat(banc.derniere().etat()).hasToString("ECHOUEE");
        assertThat(banc.derniere().erreur()).isEqualTo("la source ne répond pas (ConnectException)");
        assertThat(echouees()).isEqualTo(1);
    }

    private double echouees() {
        return banc.mesures()
                .get("bal.ingestion.executions")
                .tag("connecteur", "francetravail")
                .tag("etat", "ECHOUEE")
                .counter()
                .count();
    }

    /** Facts and dates: what a run leaves. */
    private static List<String> etat(BancDIngestion banc) {
        var etat = new ArrayList<>(ContactsStockes.de(banc));
        etat.addAll(banc.textes("select (to_jsonb(o) - 'lecture')::text from offre o order by 1"));
        return etat;
    }

    private static List<OffreGeneree> offres() {
        var offres = new ArrayList<OffreGeneree>();
        for (var departement : List.of("22", "35", "56")) {
            for (var rang = 0; rang < 30; rang++) {
                offres.add(
                        rang % 2 == 0
                                ? Offres.avecContact(
                                        departement + "C" + rang,
                                        departement,
                                        SIRETS.get(0),
                                        "accueil" + departement + rang + "@atelier.example")
                                : Offres.offre(
                                        departement + "R" + rang, departement, MAINTENANT.minusSeconds(60L * rang)));
            }
        }
        return List.copyOf(offres);
    }
}
