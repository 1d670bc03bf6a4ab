package fr.gouv.apprentissage.bal.habilitation.observation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.habilitation.BaseDeTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Observed operations and rights that serve, in PostgreSQL, with the day moved. */
class ObservationStoreTest {

    private static final Instant MIDI = Instant.parse("2026-06-15T10:00:00Z");
    private static final LocalDate JOUR = LocalDate.of(2026, 6, 15);

    private static EmbeddedPostgres serveur;

    private BaseDeTest base;
    private Pool pool;
    private ObservationStore store;
    private UsagesDesDroits usages;

    @BeforeAll
    static void demarre() {
        serveur = BaseDeTest.serveur();
    }

    @AfterAll
    static void arrete() throws IOException {
        serveur.close();
    }

    @BeforeEach
    void ouvre() {
        base = BaseDeTest.neuve(serveur);
        pool = base.pool();
        store = new ObservationStore(pool);
        usages = new UsagesDesDroits(pool);
        base.execute("update observation_depuis set jour = '2026-01-01'");
    }

    @AfterEach
    void ferme() {
        attends(pool.close());
        base.close();
    }

    @Test
    void whatIsMetAgainKeepsOneRowWithTheUnionOfItsNeeds() {
        ecris(vue("aa", "Personne.nom", "Contrat.statut FILTRER"), 2, MIDI);
        ecris(vue("aa", "Contrat.statut"), 3, MIDI.minusSeconds(60));

        assertThat(attends(store.operations(List.of("lba"), Instant.EPOCH)))
                .singleElement()
                .satisfies(operation -> {
                    assertThat(operation.finalite()).isEqualTo("rdv");
                    assertThat(operation.empreinte()).isEqualTo("aa");
                    assertThat(operation.besoins())
                            .extracting(DroitDemande::toString)
                            .containsExactly("Contrat.statut", "Contrat.statut FILTRER", "Personne.nom");
                    assertThat(operation.derniereVue()).isEqualTo(MIDI);
                });
        assertThat(base.nombre("select nombre from operation_observee")).isEqualTo(5);
    }

    @Test
    void theyAreReadOfTheseClientsSinceThenTheLastMetFirst() {
        ecris(vue("aa", "Personne.nom"), 1, MIDI);
        ecris(vue("bb", "Personne.nom"), 1, MIDI.plusSeconds(1));
        ecris(vue("cc", "Personne.nom"), 1, MIDI.minusSeconds(1));
        ecris(Vues.vue("tdb", "dd", Set.of(), "Personne.nom"), 1, MIDI);

        assertThat(attends(store.operations(List.of("lba"), MIDI)))
                .extracting(OperationObservee::empreinte)
                .containsExactly("bb", "aa");
    }

    @Test
    void ofAClientThatNeverSendsTheSameTwiceTheLastAreKept() {
        var releves = new ArrayList<Releve>();
        for (int n = 10; n < 40; n++) {
            releves.add(new Releve(vue(String.valueOf(n), "Personne.nom"), 1, MIDI.plusSeconds(n)));
        }
        releves.add(new Releve(Vues.vue("tdb", "aa", Set.of(), "Personne.nom"), 1, MIDI));
        attends(store.ecris(releves));

        attends(store.borne(List.of("lba"), 3));

        assertThat(attends(store.operations(List.of("lba", "tdb"), Instant.EPOCH)))
                .extracting(OperationObservee::empreinte)
                .containsExactly("39", "38", "37", "aa");
    }

    @Test
    void whatIsTooOldIsForgottenAndAgainChangesNothing() {
        ecris(vue("aa", "Personne.nom"), 1, MIDI);
        ecris(vue("bb", "Personne.nom"), 1, MIDI.minusSeconds(1));
        sert("h", "Personne.nom", JOUR);
        sert("h", "Personne.sexe", JOUR.minusDays(1));

        for (int fois = 0; fois < 2; fois++) {
            attends(store.oublie(MIDI, JOUR));

            assertThat(attends(store.operations(List.of("lba"), Instant.EPOCH)))
                    .extracting(OperationObservee::empreinte)
                    .containsExactlyInAnyOrder("aa", "cc");
            assertThat(base.nombre("select count(*) from habilitation_usage")).isOne();
        }
    }

    @Test
    void aRightThatDidNotServeForNinetyDaysIsUnused() {
        accordee(
                "h",
                LocalDate.of(2026, 1, 2),
                LocalDate.of(2026, 1, 1),
                "Personne.nom",
                "Personne.sexe",
                "Personne.ine");
        sert("h", "Personne.nom", JOUR.minusDays(89));
        sert("h", "Personne.sexe", JOUR.minusDays(90));

        assertThat(inutilises("h", JOUR)).isEqualTo(Map.of("h", List.of("Personne.ine", "Personne.sexe")));
        assertThat(inutilises("h", JOUR.plusDays(1)))
                .isEqualTo(Map.of("h", List.of("Personne.ine", "Personne.nom", "Personne.sexe")));
    }

    @Test
    void aRightServesOnTheDayThatItIsInParis() {
        accordee("h", LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 1), "Personne.nom");
        var apresMinuitAParis = Instant.parse("2026-06-15T22:30:00Z");
        attends(store.ecris(
                List.of(new Releve(vue("aa", Set.of(Vues.usage("h", "Personne.nom"))), 1, apresMinuitAParis))));

        assertThat(base.nombre("select count(*) from habilitation_usage where dernier_jour = '2026-06-16'"))
                .isOne();
    }

    @Test
    void aVersionThatIsNotNinetyDaysOldHasNoUnusedRight() {
        accordee("ouverte", JOUR.minusDays(89), LocalDate.of(2026, 1, 1), "Personne.nom");
        accordee("commencee", LocalDate.of(2026, 1, 2), JOUR.minusDays(89), "Personne.nom");

        assertThat(inutilises("ouverte", JOUR)).isEqualTo(Map.of("ouverte", List.of()));
        assertThat(inutilises("ouverte", JOUR.plusDays(1))).isEqualTo(Map.of("ouverte", List.of("Personne.nom")));
        assertThat(inutilises("commencee", JOUR)).isEqualTo(Map.of("commencee", List.of()));
        assertThat(inutilises("commencee", JOUR.plusDays(1))).isEqualTo(Map.of("commencee", List.of("Personne.nom")));
    }

    @Test
    void whileTheObservationIsNotNinetyDaysOldNothingIsKnown() {
        accordee("h", LocalDate.of(2025, 1, 2), LocalDate.of(2025, 1, 1), "Personne.nom");
        base.execute("update observation_depuis set jour = '2026-04-01'");

        assertThat(inutilises("h", LocalDate.of(2026, 6, 29))).isEmpty();
        assertThat(inutilises("h", LocalDate.of(2026, 6, 30))).isEqualTo(Map.of("h", List.of("Personne.nom")));
    }

    @Test
    void theVersionThatIsOpenCounts() {
        accordee("h", LocalDate.of(2025, 1, 2), LocalDate.of(2025, 1, 1), "Personne.nom");
        base.execute("update habilitation set fermee_le = now(), fermee_par = 'a', fermee_motif = 'b'");
        accordee("h", LocalDate.of(2025, 6, 2), LocalDate.of(2025, 1, 1), "Personne.sexe");

        assertThat(inutilises("h", JOUR)).isEqualTo(Map.of("h", List.of("Personne.sexe")));
    }

    private Map<String, List<String>> inutilises(String id, LocalDate jour) {
        return attends(usages.de(List.of(id), jour));
    }

    private void accordee(String id, LocalDate ouverte, LocalDate du, String... coordonnees) {
        base.execute(
                """
                with h as (insert into habilitation (id, client, finalite, base_legale, accordee_par, du, au, origine, ouverte_le, ouverte_par,
                        ouverte_motif) values ('%s', 'lba', 'rdv', 'art. 6', 'DGEFP', '%s', '2030-12-31', 'FICHIER',
                        '%sT12:00:00Z', 'a', 'b') returning numero)
                insert into habilitation_droit select numero, c, '{LIRE}', 'AUCUN' from h, unnest('{%s}'::text[]) c"""
                        .formatted(id, du, ouverte, String.join(",", coordonnees)));
    }

    private void sert(String habilitation, String coordonnee, LocalDate jour) {
        var releve = new Releve(
                vue("cc", Set.of(Vues.usage(habilitation, coordonnee))),
                1,
                jour.atTime(12, 0).toInstant(java.time.ZoneOffset.UTC));
        attends(store.ecris(List.of(releve)));
    }

    private void ecris(OperationVue vue, long fois, Instant quand) {
        attends(store.ecris(List.of(new Releve(vue, fois, quand))));
    }

    private static OperationVue vue(String empreinte, String... besoins) {
        return Vues.vue("lba", empreinte, Set.of(), besoins);
    }

    private static OperationVue vue(String empreinte, Set<UsageDeDroit> usages) {
        return Vues.vue("lba", empreinte, usages, "Personne.nom");
    }

    private static <T> T attends(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }
}
