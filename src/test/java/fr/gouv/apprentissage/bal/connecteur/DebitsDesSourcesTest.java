package fr.gouv.apprentissage.bal.connecteur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.ProcessusATuer;
import fr.gouv.apprentissage.bal.connecteur.deca.DecaConfig;
import fr.gouv.apprentissage.bal.connecteur.francetravail.FranceTravailConfig;
import fr.gouv.apprentissage.bal.connecteur.opco.OpcoConfig;
import fr.gouv.apprentissage.bal.embarque.generateur.EntreprisesDemo;
import fr.gouv.apprentissage.bal.embarque.generateur.Monde;
import fr.gouv.apprentissage.bal.embarque.simulateur.OptionsFranceTravail;
import fr.gouv.apprentissage.bal.embarque.simulateur.OptionsOpco;
import fr.gouv.apprentissage.bal.embarque.simulateur.OptionsSimulateur;
import fr.gouv.apprentissage.bal.embarque.simulateur.SimulateurAkto;
import fr.gouv.apprentissage.bal.embarque.simulateur.SimulateurCfaDock;
import fr.gouv.apprentissage.bal.embarque.simulateur.SimulateurDeca;
import fr.gouv.apprentissage.bal.embarque.simulateur.SimulateurFranceCompetences;
import fr.gouv.apprentissage.bal.embarque.simulateur.SimulateurFranceTravail;
import fr.gouv.apprentissage.bal.embarque.simulateur.SimulateurOpcoEp;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Issue 6, shown by 3: two processes that ask every source as fast as the rates that are shipped let them, and what the sources saw of it. */
class DebitsDesSourcesTest {

    private static final int SECONDES = 12;

    /**
     * One source under pressure.
     *
     * @param limite requests in any second that it takes; where nobody wrote one down, ours
     * @param ecrite where it is written down
     * @param debit what is shipped
     * @param vues the greatest number of requests that it saw in any second
     */
    private record Source(String nom, String url, int limite, String ecrite, double debit, IntSupplier vues) {}

    @Test
    void no_source_ever_sees_more_requests_in_a_second_than_it_takes(@TempDir Path dossier) throws Exception {
        // Given
        BaseDIngestion.vide();
        var horloge = Clock.systemUTC();
        var opco = OptionsOpco.sansLimite("bal");
        var entreprises = new EntreprisesDemo(7);
        try (var deca = SimulateurDeca.demarre(
                        new Monde(7, LocalDate.of(2025, 9, 1), 1, 10), OptionsSimulateur.sansLimite(horloge));
                var travail = SimulateurFranceTravail.demarre(
                        maintenant -> List.of(), OptionsFranceTravail.sansLimite(horloge));
                var akto = new SimulateurAkto(opco, entreprises, horloge);
                var ep = new SimulateurOpcoEp(opco, entreprises, horloge);
                var competences = new SimulateurFranceCompetences(opco, entreprises);
                var dock = new SimulateurCfaDock(opco, entreprises)) {
            var config = config();
            var opcos = config.getConfigMapping(OpcoConfig.class);
            var sources = List.of(
                    new Source(
                            "deca",
                            racine(deca.url()) + "/contrats/extractLBA",
                            2,
                            "domain.md §2.1",
                            config.getConfigMapping(DecaConfig.class).debit(),
                            deca::plusForteCadence),
                    new Source(
                            "francetravail",
                            travail.url() + "/v2/offres/search",
                            10,
                            "domain.md §4",
                            config.getConfigMapping(FranceTravailConfig.class).debit(),
                            travail::plusForteCadence),
                    new Source("akto", akto.url(), 2, "aucune", opcos.akto().debit(), akto::plusForteCadence),
                    new Source("opco-ep", ep.url(), 2, "aucune", opcos.ep().debit(), ep::plusForteCadence),
                    new Source(
                            "france-competences",
                            competences.url(),
                            2,
                            "aucune",
                            opcos.franceCompetences().debit(),
                            competences::plusForteCadence),
                    new Source(
                            "cfa-dock",
                            dock.url(),
                            OptionsOpco.CFA_DOCK,
                            "domain.md §3.1",
                            opcos.cfaDock().debit(),
                            dock::plusForteCadence));

            // When
            presse(dossier, sources);

            // Then
            System.out.printf(
                    "%n%-20s %-16s %-8s %-10s %s%n", "source", "limite écrite", "limite", "débit livré", "vu");
            sources.forEach(une -> System.out.printf(
                    "%-20s %-16s %-8d %-11s %d%n",
                    une.nom(),
                    une.ecrite(),
                    une.limite(),
                    une.debit(),
                    une.vues().getAsInt()));
            assertThat(sources)
                    .allSatisfy(une ->
                            assertThat(une.vues().getAsInt()).as(une.nom()).isBetween(1, une.limite()));
            assertThat(travail.plusForteCadence()).as("under pressure").isGreaterThan(2);
        }
    }

    private static void presse(Path dossier, List<Source> sources) throws IOException, InterruptedException {
        var arguments = new ArrayList<Object>(List.of(BaseDIngestion.port(), SECONDES));
        sources.forEach(une -> arguments.addAll(List.of(une.nom(), une.url(), une.debit())));
        var replique = new ProcessusATuer(dossier, PresseUneSource.class, arguments.toArray());
        var une = replique.lance();
        var autre = replique.lance();

        assertThat(List.of(une.waitFor(), autre.waitFor())).containsExactly(0, 0);
    }

    /** What is shipped, and nothing else. */
    private static SmallRyeConfig config() {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(DecaConfig.class)
                .withMapping(FranceTravailConfig.class)
                .withMapping(OpcoConfig.class)
                .build();
    }

    private static String racine(String url) {
        return URI.create(url).toString().replaceAll("/+$", "");
    }
}
