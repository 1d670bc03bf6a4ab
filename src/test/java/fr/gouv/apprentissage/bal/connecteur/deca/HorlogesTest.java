package fr.gouv.apprentissage.bal.connecteur.deca;

import static fr.gouv.apprentissage.bal.connecteur.deca.TypiqueDeca.ligne;
import static fr.gouv.apprentissage.bal.connecteur.deca.TypiqueDeca.pose;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.gouv.apprentissage.bal.embarque.simulateur.Panne;
import fr.gouv.apprentissage.bal.ingestion.BancDIngestion;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import fr.gouv.apprentissage.bal.ingestion.PannesDocumentees;
import fr.gouv.apprentissage.bal.scellement.HorlogeReglable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clocks that are put forward or back while a run is under way: the process's, the database's, everybody's twice a year. */
class HorlogesTest {

    private static final Duration DELAI = Duration.ofSeconds(20);

    @Test
    void a_clock_that_jumps_by_an_hour_forth_and_back_changes_nothing_of_what_is_read() {
        var hasard = new Random(MondeServi.graine());
        try (var monde = new MondeServi(3, 90, 15)) {
            var horloge =
                    new HorlogeReglable(CourseDeca.laNuitApres(monde.dernier()).instant());
            var saut = new int[1];
            monde.simulateur()
                    .pannes()
                    .programme(
                            demande -> {
                                var autre = hasard.nextInt(3) - 1;
                                horloge.avance(Duration.ofHours(autre - saut[0]));
                                saut[0] = autre;
                                return false;
                            },
                            new Panne.Erreur500());
            try (var banc = CourseDeca.banc(
                    BaseDIngestion.vide(), monde.simulateur().url(), MondeServi.PREMIER, horloge, DELAI)) {
                banc.poursuis();

                assertThat(banc.derniere().etat()).hasToString("TERMINEE");
                var comparaison = new Comparaison(monde.attendu(), banc);
                comparaison.tout();
                comparaison.contacts(monde.contacts());
            }
        }
    }

    @Test
    void a_clock_that_jumps_past_the_hours_of_the_source_suspends_the_run_until_it_is_right() {
        try (var monde = new MondeServi(3, 90, 15)) {
            // Given half past six in the morning, and a clock that says half past seven from the tenth request on
            var horloge = new HorlogeReglable(
                    CourseDeca.laNuitApres(monde.dernier()).instant().plus(Duration.ofMinutes(210)));
            monde.simulateur()
                    .pannes()
                    .programme(
                            demande -> {
                                if (monde.simulateur().demandes().size() == 10) {
                                    horloge.avance(Duration.ofHours(1));
                                }
                                return false;
                            },
                            new Panne.Erreur500());
            try (var banc = CourseDeca.banc(
                    BaseDIngestion.vide(), monde.simulateur().url(), MondeServi.PREMIER, horloge, DELAI)) {
                // When
                banc.poursuis();
                assertThat(banc.derniere().etat()).hasToString("EN_ATTENTE");
                assertThat(banc.derniere().erreur()).isEqualTo("reprendra à la prochaine ouverture de la source");
                assertThat(PannesDocumentees.chapitre())
                        .contains("« reprendra à la prochaine ouverture de la source »");
                horloge.avance(Duration.ofHours(-1));
                banc.tour();

                // Then
                assertThat(banc.derniere().etat()).hasToString("TERMINEE");
                assertThat(banc.executions()).hasSize(1);
                new Comparaison(monde.attendu(), banc).tout();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"2025-03-29, 2025-03-30T04:50:00Z", "2025-10-25, 2025-10-26T05:50:00Z"})
    void a_run_of_the_night_in_which_the_hour_changes_reads_every_page_and_stops_when_the_source_closes(
            LocalDate veille, Instant fermeture) {
        // Given ten minutes a page, from half past seven in the evening, in hours that end at ten to seven in Paris
        var horloge = new HorlogeReglable(
                veille.atTime(19, 30).atZone(ZoneId.of("Europe/Paris")).toInstant());
        var source = new SourceEnMemoire(veille.minusDays(40));
        source.ouvre("19:10-06:50");
        for (var jour = 0; jour < 40; jour++) {
            source.dit(veille.minusDays(40).plusDays(jour), contrats(jour));
        }
        var derniere = new ArrayList<Instant>();
        source.avant((jour, page) -> {
            derniere.add(horloge.instant());
            horloge.avance(Duration.ofMinutes(10));
        });
        try (var banc = new BancDIngestion(BaseDIngestion.vide(), horloge, source)) {
            // When
            banc.poursuis();
            assertThat(banc.derniere().etat()).hasToString("EN_ATTENTE");
            assertThat(derniere.get(derniere.size() - 1)).isEqualTo(fermeture.minus(Duration.ofMinutes(10)));
            horloge.avance(Duration.ofHours(13));
            banc.tour();

            // Then
            assertThat(banc.derniere().etat()).hasToString("TERMINEE");
            // The page that was on its way when the source closed is asked for again.
            assertThat(source.demandes()).hasSizeLessThanOrEqualTo(85);
            assertThat(source.demandes().stream().distinct().limit(80).toList())
                    .startsWith(veille.minusDays(40) + " 1")
                    .endsWith(veille.minusDays(1) + " 2");
            assertThat(banc.texte("select count(*) from contrat")).isEqualTo("120");
        }
    }

    @Test
    void a_lease_that_a_dead_process_beat_before_the_clock_of_the_database_was_put_back_holds_nobody_off() {
        var source = new SourceEnMemoire(LocalDate.of(2025, 1, 9));
        try (var banc = new BancDIngestion(
                BaseDIngestion.vide(), new HorlogeReglable(Instant.parse("2025-01-10T02:00:00Z")), source)) {
            BaseDIngestion.execute("insert into bail values ('deca', 'un mort', 7, now() + interval '1 hour',"
                    + " now() + interval '1 hour 5 seconds')");

            banc.poursuis();

            assertThat(banc.derniere().etat()).hasToString("TERMINEE");
            assertThat(banc.texte("select jeton from bail")).isEqualTo("8");
        }
    }

    @ParameterizedTest
    @CsvSource({"1 hour", "-1 hour"})
    void a_process_whose_database_puts_its_clock_forth_or_back_keeps_its_run(String ecart) {
        var source = new SourceEnMemoire(LocalDate.of(2025, 1, 7));
        for (var jour = 7; jour < 10; jour++) {
            source.dit(LocalDate.of(2025, 1, jour), contrats(jour));
        }
        source.avant((jour, page) -> {
            if (page == 2) {
                BaseDIngestion.execute("update bail set battu_le = battu_le + interval '" + ecart
                        + "', expire_le = expire_le + interval '" + ecart + "'");
            }
        });
        try (var banc = new BancDIngestion(
                BaseDIngestion.vide(), new HorlogeReglable(Instant.parse("2025-01-10T02:00:00Z")), source)) {
            banc.poursuis();

            assertThat(banc.derniere().etat()).hasToString("TERMINEE");
            assertThat(banc.texte("select count(*) from contrat")).isEqualTo("9");
            assertThat(banc.executions()).hasSize(1);
        }
    }

    /** Three, of two pages. */
    private static ObjectNode[] contrats(int jour) {
        return IntStream.range(0, 3)
                .mapToObj(
                        rang -> ligne(une -> pose(une, "/detailsContrat/noContrat", "%06d%06d".formatted(jour, rang))))
                .toArray(ObjectNode[]::new);
    }
}
