package fr.gouv.apprentissage.bal.embarque.generateur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.gouv.apprentissage.bal.fuite.ChercheurDeNoms;
import fr.gouv.apprentissage.bal.fuite.Trouvaille;
import fr.gouv.apprentissage.bal.fuite.ValeursDuMonde;
import fr.gouv.apprentissage.bal.oracle.JourServi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A search for generated people proves something only if their names stand nowhere else. */
class NomsSansCollisionTest {

    private static ChercheurDeNoms chercheur;

    @BeforeAll
    static void genere() {
        var premier = LocalDate.of(2025, 9, 1);
        var monde = new Monde(11, premier, 10, 5_000);
        chercheur = new ChercheurDeNoms(ValeursDuMonde.de(JourServi.de(monde, premier, monde.dernierJour())));
    }

    @Test
    void no_generated_value_stands_in_the_sources_and_docs_of_the_project() throws IOException {
        assertThat(trouve(Path.of("src"))).isEmpty();
        assertThat(trouve(Path.of("README.md"))).isEmpty();
        assertThat(trouve(Path.of("docs"))).isEmpty();
    }

    @Test
    void no_generated_value_stands_in_the_public_data() throws IOException {
        var donnees = Path.of(System.getProperty("bal.test.partage"), "data");
        if (!"true".equals(System.getenv("CI"))) {
            assumeTrue(Files.exists(donnees), "issue 3, shown by 3: the public data are absent");
        }

        assertThat(donnees).isDirectory();
        assertThat(trouve(donnees)).isEmpty();
    }

    private static List<Trouvaille> trouve(Path racine) throws IOException {
        var trouvailles = new ArrayList<Trouvaille>();
        if (Files.exists(racine)) {
            try (var fichiers = Files.walk(racine)) {
                for (var fichier : fichiers.filter(Files::isRegularFile).toList()) {
                    try (var entree = Files.newInputStream(fichier)) {
                        trouvailles.addAll(chercheur.cherche(entree));
                    }
                }
            }
        }
        return trouvailles;
    }
}
