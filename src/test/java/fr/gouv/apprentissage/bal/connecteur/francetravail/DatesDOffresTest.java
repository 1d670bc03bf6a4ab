package fr.gouv.apprentissage.bal.connecteur.francetravail;

import static fr.gouv.apprentissage.bal.connecteur.francetravail.FranceTravailDeTest.base;
import static fr.gouv.apprentissage.bal.connecteur.francetravail.Offres.MAINTENANT;
import static fr.gouv.apprentissage.bal.connecteur.francetravail.Offres.SIRETS;
import static fr.gouv.apprentissage.bal.connecteur.francetravail.Offres.avecContact;
import static fr.gouv.apprentissage.bal.connecteur.francetravail.Offres.nombre;
import static fr.gouv.apprentissage.bal.connecteur.francetravail.Offres.offre;
import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import fr.gouv.apprentissage.bal.scellement.HorlogeReglable;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When offers stood, for the measures of impact. */
class DatesDOffresTest {

    private final HorlogeReglable horloge = new HorlogeReglable(MAINTENANT);
    private final FranceTravailDeTest source =
            new FranceTravailDeTest(horloge, Limites.DOCUMENTEES, Duration.ofSeconds(20));
    private final OffreStore store = new OffreStore(BaseDIngestion.laMeme());

    @AfterEach
    void ferme() {
        source.close();
    }

    @Test
    void an_offer_keeps_the_day_it_was_first_seen_and_the_day_it_was_last_seen() {
        source.liste(nombre("35", 1));
        source.lis("35");
        horloge.avance(Duration.ofDays(1));

        source.lis("35");

        assertThat(jours("premiere_vue")).isEqualTo("2026-03-15");
        assertThat(jours("derniere_vue")).isEqualTo("2026-03-16");
        assertThat(base("select disparue_le from offre")).isNull();
    }

    @Test
    void an_offer_that_a_whole_reading_does_not_find_any_more_is_gone_from_that_day_on() {
        source.liste(nombre("35", 3));
        source.lis("35");
        source.offres().remove(1);
        horloge.avance(Duration.ofDays(2));

        source.lis("35");

        assertThat(base("select id || ' ' || disparue_le from offre where disparue_le is not null"))
                .isEqualTo("35R1 2026-03-17");
    }

    @Test
    void an_offer_of_another_departement_is_not_touched() {
        source.liste(nombre("22", 1));
        source.lis("22");

        source.lis("35");

        assertThat(base("select count(*) from offre where disparue_le is null")).isEqualTo("1");
    }

    @Test
    void an_offer_that_comes_back_stands_again() {
        source.liste(nombre("35", 1));
        source.lis("35");
        source.liste(List.of());
        source.lis("35");
        source.liste(nombre("35", 1));

        source.lis("35");

        assertThat(base("select count(*) from offre where disparue_le is null")).isEqualTo("1");
    }

    @Test
    void the_newest_reading_replaces_what_was_known_its_empty_values_included() {
        source.liste(List.of(avecContact("O1", "35", SIRETS.get(0), "a@b.example")));
        source.lis("35");
        source.liste(List.of(offre("O1", "35", MAINTENANT)));

        source.lis("35");

        assertThat(base("select siret from offre")).isNull();
    }

    @Test
    void nothing_personal_is_kept() {
        source.liste(List.of(avecContact("O1", "35", SIRETS.get(0), "zvikjolteremb@atelier.example")));

        source.lis("35");

        assertThat(base("select string_agg(o::text, '') from offre o"))
                .contains(SIRETS.get(0))
                .doesNotContainIgnoringCase("zvikjolt")
                .doesNotContain("@");
    }

    @Test
    void a_reading_that_slept_and_was_overtaken_changes_nothing() {
        var endormie = store.commence();
        source.liste(nombre("35", 2));
        source.lis("35");

        store.ecris(
                endormie,
                "22",
                MAINTENANT.minusSeconds(60),
                List.of(new Offre(
                        "35R0", Optional.of(SIRETS.get(1)), Optional.empty(), Optional.empty(), Optional.empty())));
        store.revois(endormie, MAINTENANT, List.of("35R1"));
        store.disparaissent(endormie, "35", LocalDate.of(2026, 3, 15));

        assertThat(
                        base(
                                "select count(*) from offre where disparue_le is null and departement = '35' and siret is null"))
                .isEqualTo("2");
    }

    @Test
    void a_clock_that_goes_back_an_hour_takes_nothing_for_gone() {
        source.liste(nombre("35", 2));
        source.lis("35");
        horloge.avance(Duration.ofHours(-1));

        source.lis("35");

        assertThat(base("select count(*) from offre where disparue_le is null and derniere_vue >= premiere_vue"))
                .isEqualTo("2");
    }

    @Test
    void what_went_long_ago_is_forgotten_and_so_is_what_nobody_saw_any_more() {
        source.liste(nombre("35", 3));
        source.lis("35");
        BaseDIngestion.execute("update offre set disparue_le = date '2026-03-01' where id = '35R0'");
        BaseDIngestion.execute("update offre set derniere_vue = '2026-03-01T00:00:00Z' where id = '35R1'");

        var oubliees = store.purge(LocalDate.of(2026, 3, 2), MAINTENANT.minus(Duration.ofDays(13)));

        assertThat(oubliees).isEqualTo(2);
        assertThat(base("select id from offre")).isEqualTo("35R2");
    }

    private static String jours(String colonne) {
        return base("select (%s at time zone 'Europe/Paris')::date from offre".formatted(colonne));
    }
}
