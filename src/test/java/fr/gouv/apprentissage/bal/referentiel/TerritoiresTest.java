package fr.gouv.apprentissage.bal.referentiel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerritoiresTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "35, 14, 53",
                "2A, 27, 94",
                "2B, 27, 94",
                "67, 15, 44",
                "971, 32, 01",
                "976, 43, 06",
                "978, 32, -",
                "988, 40, -"
            })
    void aDepartementGivesItsAcademieAndRegion(String departement, String academie, String region) {
        assertThat(Territoires.duDepartement(departement)).contains(new Territoire(departement, academie, region));
    }

    @Test
    void anUnknownDepartementHasNoTerritory() {
        assertThat(Territoires.duDepartement("20")).isEmpty();
    }

    @Test
    void allAreThere() {
        // 101 départements and 6 overseas collectivities; 30 académies and 4 vice-rectorats; 18 regions.
        assertThat(Territoires.departements()).hasSize(107);
        assertThat(Territoires.academies()).hasSize(34);
        assertThat(Territoires.regions()).hasSize(18).containsEntry("53", "Bretagne");
    }

    @Test
    void theyAgreeWithEveryPlaceOfTheReferentiel() throws IOException {
        var desaccords = new LinkedHashSet<String>();
        var vus = new LinkedHashSet<String>();
        for (var organisme : new ObjectMapper()
                .readTree(BaseReferentiel.partage("referentiel-organismes.json").toFile())) {
            compare(organisme.path("adresse"), vus, desaccords);
            organisme.path("lieux_de_formation").forEach(lieu -> compare(lieu.path("adresse"), vus, desaccords));
        }

        assertThat(desaccords).isEmpty();
        assertThat(vus).hasSizeGreaterThan(80);
    }

    private static void compare(JsonNode adresse, Set<String> vus, Set<String> desaccords) {
        if (!adresse.path("departement").has("code")) {
            return;
        }
        var code = adresse.path("departement").path("code").asText();
        vus.add(code);
        var attendu = String.join(
                "|",
                code,
                adresse.path("departement").path("nom").asText(),
                adresse.path("academie").path("code").asText(),
                adresse.path("academie").path("nom").asText(),
                adresse.path("region").path("code").asText(),
                adresse.path("region").path("nom").asText());
        var territoire = Territoires.duDepartement(code).orElseThrow();
        var connu = String.join(
                "|",
                code,
                Territoires.departements().get(code),
                territoire.academie(),
                Territoires.academies().get(territoire.academie()),
                territoire.region(),
                Territoires.regions().get(territoire.region()));
        if (!connu.equals(attendu)) {
            desaccords.add(attendu + " / " + connu);
        }
    }
}
