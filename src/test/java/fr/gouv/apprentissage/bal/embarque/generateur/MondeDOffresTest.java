package fr.gouv.apprentissage.bal.embarque.generateur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.referentiel.Territoires;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MondeDOffresTest {

    private static final Instant MAINTENANT = Instant.parse("2026-03-15T10:00:00Z");

    private final MondeDOffres monde = MondeDOffres.deDemonstration(20260101);

    @Test
    void a_moment_is_the_same_whenever_it_is_asked_for() {
        assertThat(MondeDOffres.deDemonstration(20260101).offres(MAINTENANT)).isEqualTo(monde.offres(MAINTENANT));
    }

    @Test
    void offers_are_known_by_their_id_and_stand_at_places_that_exist() {
        var offres = monde.offres(MAINTENANT);

        assertThat(offres).hasSizeBetween(200, 500).extracting(OffreGeneree::id).doesNotHaveDuplicates();
        assertThat(offres).allSatisfy(offre -> {
            assertThat(Territoires.duDepartement(offre.departement())).isPresent();
            assertThat(offre.creation()).isBeforeOrEqualTo(MAINTENANT);
            assertThat(offre.actualisation()).isBetween(offre.creation(), MAINTENANT);
        });
        assertThat(offres)
                .extracting(OffreGeneree::siret)
                .filteredOn(Optional::isPresent)
                .hasSizeGreaterThan(100)
                .allSatisfy(siret -> assertThat(Siret.lis(siret.get()).siren()).isPresent());
    }

    @Test
    void most_offers_stand_from_one_day_to_the_next_and_some_come_and_go() {
        var hier = monde.offres(MAINTENANT.minus(Duration.ofDays(1))).stream()
                .map(OffreGeneree::id)
                .collect(Collectors.toSet());
        var aujourdhui = monde.offres(MAINTENANT).stream().map(OffreGeneree::id).collect(Collectors.toSet());

        assertThat(aujourdhui).isNotEqualTo(hier);
        assertThat(hier).anyMatch(id -> !aujourdhui.contains(id));
        assertThat(aujourdhui.stream().filter(hier::contains).count()).isGreaterThan(hier.size() * 3L / 4);
    }
}
