package fr.gouv.apprentissage.bal.connecteur.francetravail;

import static fr.gouv.apprentissage.bal.connecteur.francetravail.FranceTravailDeTest.base;
import static fr.gouv.apprentissage.bal.connecteur.francetravail.Offres.MAINTENANT;
import static fr.gouv.apprentissage.bal.connecteur.francetravail.Offres.nombre;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.apprentissage.bal.embarque.simulateur.DemandeOffres;
import fr.gouv.apprentissage.bal.embarque.simulateur.Panne;
import fr.gouv.apprentissage.bal.ingestion.CompteRefuse;
import fr.gouv.apprentissage.bal.ingestion.ConnecteurDeFaits.LectureDePart;
import fr.gouv.apprentissage.bal.ingestion.SourceRefusee;
import fr.gouv.apprentissage.bal.ingestion.sortie.SortieDeTest;
import fr.gouv.apprentissage.bal.scellement.HorlogeReglable;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The way of asking (domain.md §4). */
class ProtocoleTest {

    private final FranceTravailDeTest source = new FranceTravailDeTest();

    @AfterEach
    void ferme() {
        source.close();
    }

    @Test
    void a_departement_is_read_page_by_page_until_all_of_it_was_seen() {
        source.liste(nombre("35", 351));

        var lue = source.lis("35");

        assertThat(lue).isEqualTo(new LectureDePart(351, 0));
        assertThat(source.lignes()).hasSize(351);
        assertThat(source.simulateur().demandes())
                .extracting(DemandeOffres::debut)
                .containsExactly(0, 150, 300, 0);
        assertThat(base("select count(*) from offre where departement = '35'")).isEqualTo("351");
    }

    @Test
    void only_apprenticeship_and_professionnalisation_of_the_departement_are_asked_for() {
        source.liste(nombre("22", 3));

        assertThat(source.lis("35")).isEqualTo(new LectureDePart(0, 0));
        assertThat(source.lis("22")).isEqualTo(new LectureDePart(3, 0));
        assertThat(source.simulateur().demandes()).allSatisfy(demande -> {
            assertThat(demande.natures()).containsExactlyInAnyOrder("E2", "FS");
            assertThat(demande.de()).isEmpty();
        });
    }

    @Test
    void a_page_that_holds_all_is_the_only_one() {
        source.liste(nombre("35", 150));

        assertThat(source.lis("35").lus()).isEqualTo(150);
        assertThat(source.simulateur().demandes()).hasSize(1);
    }

    @Test
    void every_departement_is_a_part() {
        assertThat(source.connecteur().parts()).hasSize(107).contains("01", "2A", "2B", "974", "988");
    }

    @Test
    void one_token_serves_as_long_as_it_lives() {
        source.liste(nombre("35", 700));

        source.lis("35");
        source.lis("22");

        assertThat(source.simulateur().jetons()).isEqualTo(1);
    }

    @Test
    void a_token_is_renewed_shortly_before_its_end_even_if_the_clock_is_moved_by_an_hour() {
        var horloge = new HorlogeReglable(MAINTENANT);
        try (var longue = new FranceTravailDeTest(horloge, Limites.DOCUMENTEES, Duration.ofSeconds(20))) {
            longue.liste(nombre("35", 2));

            longue.lis("35");
            horloge.avance(Duration.ofSeconds(1499));
            longue.lis("35");
            assertThat(longue.simulateur().jetons()).isEqualTo(2);

            horloge.avance(Duration.ofHours(-1));
            assertThat(longue.lis("35").lus()).isEqualTo(2);
            horloge.avance(Duration.ofHours(2));
            assertThat(longue.lis("35").lus()).isEqualTo(2);
        }
    }

    @Test
    void a_token_that_ends_in_the_middle_of_a_run_is_renewed_once() {
        source.liste(nombre("35", 700));
        source.simulateur().pannes().programme(d -> d.debut() == 300 && d.essai() == 1, new Panne.CompteRefuse());

        assertThat(source.lis("35")).isEqualTo(new LectureDePart(700, 0));
        assertThat(source.simulateur().jetons()).isEqualTo(2);
    }

    @Test
    void tokens_that_are_taken_back_are_asked_for_again() {
        source.liste(nombre("35", 2));
        source.lis("35");
        source.simulateur().revoqueLesJetons();

        assertThat(source.lis("35").lus()).isEqualTo(2);
    }

    @Test
    void an_account_that_is_refused_twice_fails_the_part() {
        source.liste(nombre("35", 2));
        source.simulateur().pannes().programme(d -> true, new Panne.CompteRefuse());

        assertThatThrownBy(() -> source.lis("35")).hasMessage("la source refuse le compte (401)");
        assertThat(source.simulateur().demandes()).hasSize(2);
    }

    @Test
    void a_departement_that_the_source_refuses_is_a_fault() {
        assertThatThrownBy(() -> source.lis("99"))
                .isInstanceOf(SourceRefusee.class)
                .hasMessage("la source refuse la demande (400) : département 99");
    }

    @Test
    void an_overseas_collectivity_that_the_source_does_not_know_is_told_of() {
        source.simulateur().pannes().programme(d -> true, new Panne.DemandeRefusee());

        assertThat(source.lis("988")).isEqualTo(new LectureDePart(0, 0));
        assertThat(source.signalements()).containsExactly("DEPARTEMENT_INCONNU");
        assertThatThrownBy(() -> source.lis("35")).isInstanceOf(SourceRefusee.class);
    }

    @Test
    void what_came_and_what_went_while_it_was_read_makes_it_be_read_again() {
        source.liste(nombre("35", 400));
        var venue = Offres.offre("VENUE", "35", MAINTENANT);
        source.simulateur()
                .pannes()
                .programme(
                        d -> {
                            if (d.debut() == 150 && d.essai() == 1) {
                                source.offres().add(venue);
                                source.offres().remove(0);
                            }
                            return false;
                        },
                        new Panne.Erreur500());

        var lue = source.lis("35");

        assertThat(lue.horsDAtteinte()).isZero();
        assertThat(base("select count(*) from offre where id = 'VENUE'")).isEqualTo("1");
        assertThat(source.lignes()).hasSize(401);
    }

    @Test
    void a_wall_that_stands_closer_than_documented_divides_earlier() {
        try (var proche = new FranceTravailDeTest(150, 3000)) {
            proche.liste(nombre("35", 1500));
            proche.simulateur().pannes().programme(d -> d.debut() > 1000, new Panne.DemandeRefusee());

            assertThat(proche.lis("35")).isEqualTo(new LectureDePart(1500, 0));
            assertThat(proche.lignes()).hasSize(1500);
        }
    }

    @Test
    void without_its_account_the_connector_says_why() {
        var acces = new ClientFranceTravail.Acces(
                URI.create(source.simulateur().url()),
                URI.create(source.simulateur().connexion()),
                "PAR_autre",
                "faux");
        var client = new ClientFranceTravail(
                () -> acces,
                SortieDeTest.vers(source.simulateur().url(), Duration.ofSeconds(5), FranceTravailDeTest.HORLOGE),
                Limites.DOCUMENTEES,
                FranceTravailDeTest.HORLOGE);

        assertThatThrownBy(() -> client.page(Recherche.de("35"), 0)).isInstanceOf(CompteRefuse.class);
        assertThat(Optional.of(acces)).get().asString().doesNotContain("faux");
    }
}
