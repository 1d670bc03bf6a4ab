package fr.gouv.apprentissage.bal.connecteur.francetravail;

import static fr.gouv.apprentissage.bal.connecteur.francetravail.FranceTravailDeTest.base;
import static fr.gouv.apprentissage.bal.connecteur.francetravail.Offres.nombre;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.apprentissage.bal.embarque.simulateur.Panne;
import fr.gouv.apprentissage.bal.ingestion.ConnecteurDeFaits.LectureDePart;
import fr.gouv.apprentissage.bal.ingestion.SourceIndisponible;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault once, and for ever: nothing is lost, and the operator reads what happened. */
class PannesDeFranceTravailTest {

    private static final Duration DELAI = Duration.ofMillis(800);

    private final FranceTravailDeTest source =
            new FranceTravailDeTest(FranceTravailDeTest.HORLOGE, new Limites(10, 50), DELAI);

    @AfterEach
    void ferme() {
        source.close();
    }

    static Stream<Arguments> pannes() {
        return Stream.of(
                Arguments.of(new Panne.Erreur500(), "la source répond 500"),
                Arguments.of(new Panne.Indisponible(), "la source répond 503"),
                Arguments.of(new Panne.TropDeDemandes(0), "la source répond 429"),
                Arguments.of(new Panne.TropDeDemandes(3), "la source répond 429"),
                Arguments.of(new Panne.Coupure(0), "la source ne répond pas (IOException)"),
                Arguments.of(new Panne.Coupure(45), "la source ne répond pas (IOException)"),
                Arguments.of(new Panne.CorpsIllisible(), "la source a envoyé une page malformée"),
                Arguments.of(new Panne.PageHtml(), "la source a envoyé une page malformée"),
                Arguments.of(new Panne.SansContrats(), "la source a envoyé une page malformée"),
                Arguments.of(
                        new Panne.Lenteur(DELAI.multipliedBy(2)), "la source ne répond pas (HttpTimeoutException)"),
                Arguments.of(new Panne.Calage(50, DELAI.multipliedBy(2)), "la source ne répond pas (IOException)"));
    }

    @ParameterizedTest
    @MethodSource("pannes")
    void a_page_that_fails_is_asked_for_again_and_no_offer_is_lost_nor_given_twice(Panne panne) {
        source.liste(nombre("35", 35));
        source.simulateur().pannes().programme(d -> d.essai() == 1, panne);

        assertThat(source.lis("35")).isEqualTo(new LectureDePart(35, 0));
        assertThat(source.lignes()).hasSize(35);
        assertThat(base("select count(*) from offre")).isEqualTo("35");
    }

    @ParameterizedTest
    @MethodSource("pannes")
    void a_page_that_keeps_failing_fails_the_part_by_its_name_and_takes_no_offer_for_gone(Panne panne, String message) {
        source.liste(nombre("35", 35));
        source.lis("35");
        source.simulateur().pannes().programme(d -> d.debut() == 20, panne);

        assertThatThrownBy(() -> source.lis("35"))
                .isInstanceOf(SourceIndisponible.class)
                .hasMessage(message);
        assertThat(base("select count(*) from offre where disparue_le is null")).isEqualTo("35");
    }

    @Test
    void what_the_source_asks_to_wait_is_told_to_who_waits() {
        source.liste(nombre("35", 5));
        source.simulateur().pannes().programme(d -> d.essai() == 1, new Panne.TropDeDemandes(3));

        source.lis("35");

        assertThat(source.reessais().attentes()).containsExactly(Duration.ofSeconds(3));
    }

    @Test
    void a_source_that_is_not_there_is_told_by_its_name() {
        source.simulateur().close();

        assertThatThrownBy(() -> source.lis("35")).hasMessage("la source ne répond pas (ConnectException)");
    }

    @Test
    void a_page_under_another_type_is_read_for_what_it_is() {
        source.liste(nombre("35", 35));
        source.simulateur().pannes().programme(d -> true, new Panne.MauvaisType());

        assertThat(source.lis("35")).isEqualTo(new LectureDePart(35, 0));
    }

    @Test
    void a_page_that_is_repeated_once_is_noticed_and_all_is_read() {
        source.liste(nombre("35", 35));
        source.simulateur().pannes().programme(d -> d.debut() == 10 && d.essai() == 1, new Panne.PageRepetee());

        assertThat(source.lis("35")).isEqualTo(new LectureDePart(35, 0));
        assertThat(source.lignes()).hasSize(35);
    }

    @Test
    void what_a_source_that_repeats_itself_does_not_give_is_counted_and_not_taken_for_gone() {
        source.liste(nombre("35", 35));
        source.lis("35");
        source.simulateur().pannes().programme(d -> d.debut() == 10, new Panne.PageRepetee());

        assertThat(source.lis("35")).isEqualTo(new LectureDePart(25, 10));
        assertThat(base("select count(*) from offre where disparue_le is not null"))
                .isEqualTo("0");
    }

    @Test
    void a_number_that_changes_once_makes_the_search_be_read_again() {
        source.liste(nombre("35", 35));
        source.simulateur().pannes().programme(d -> d.debut() == 10 && d.essai() == 1, new Panne.AutrePagination(7));

        assertThat(source.lis("35")).isEqualTo(new LectureDePart(35, 0));
    }

    @Test
    void what_the_source_announced_before_it_was_read_again_is_not_out_of_reach() {
        source.liste(nombre("35", 35));
        source.lis("35");
        source.liste(nombre("35", 34));
        source.simulateur().pannes().programme(d -> d.debut() == 0 && d.essai() == 3, new Panne.AutrePagination(7));

        assertThat(source.lis("35")).isEqualTo(new LectureDePart(34, 0));
        assertThat(base("select count(*) from offre where disparue_le is not null"))
                .isEqualTo("1");
    }

    @Test
    void a_number_that_never_stops_to_change_fails_the_part() {
        source.liste(nombre("35", 35));
        source.simulateur().pannes().programme(d -> d.debut() == 10, new Panne.AutrePagination(7));

        assertThatThrownBy(() -> source.lis("35")).hasMessage("le nombre d'offres change sans cesse");
    }

    @Test
    void many_faults_at_once_lose_nothing() {
        source.liste(nombre("35", 200));
        var sortes = pannes().map(une -> (Panne) une.get()[0]).toList();
        for (var rang = 0; rang < 4; rang++) {
            var reste = rang;
            source.simulateur()
                    .pannes()
                    .programme(
                            d -> d.essai() == 1 && d.debut() / 10 % 4 == reste && d.hashCode() % 3 == 0,
                            sortes.get(rang));
        }

        assertThat(source.lis("35")).isEqualTo(new LectureDePart(200, 0));
        assertThat(source.lignes()).hasSize(200);
    }
}
