package fr.gouv.apprentissage.bal.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.scellement.Cellule;
import fr.gouv.apprentissage.bal.scellement.GenreMarque;
import fr.gouv.apprentissage.bal.scellement.Marque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What two versions of the process read of each other's staged rows. */
class FormatDeStagingTest {

    private static final Marque MARQUE = new Marque(GenreMarque.IDENTITE, 3, new byte[] {1, 2}, null, new byte[] {4});

    @Test
    void marks_come_back_as_they_were() {
        var lue = FormatDeStaging.lis(FormatDeStaging.ecris(ligne(List.of(MARQUE))));

        assertThat(lue.marques()).usingRecursiveFieldByFieldElementComparator().containsExactly(MARQUE);
        assertThat(lue.cellules()).containsOnlyKeys("statut");
    }

    @Test
    void a_row_that_the_version_before_staged_has_no_marks() {
        // what that version wrote ends where the marks begin: two bytes of their number
        var octets = FormatDeStaging.ecris(ligne(List.of()));

        var lue = FormatDeStaging.lis(Arrays.copyOf(octets, octets.length - Short.BYTES));

        assertThat(lue.marques()).isEmpty();
        assertThat(lue.cellules()).containsOnlyKeys("statut");
    }

    private static LigneScellee ligne(List<Marque> marques) {
        return new LigneScellee(Map.of("statut", Cellule.claire("ACTIF")), List.of(), marques);
    }
}
