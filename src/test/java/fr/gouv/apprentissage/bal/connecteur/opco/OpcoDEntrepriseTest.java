package fr.gouv.apprentissage.bal.connecteur.opco;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.embarque.generateur.EntreprisesDemo;
import fr.gouv.apprentissage.bal.embarque.simulateur.OptionsOpco;
import fr.gouv.apprentissage.bal.embarque.simulateur.Panne;
import fr.gouv.apprentissage.bal.embarque.simulateur.SimulateurCfaDock;
import fr.gouv.apprentissage.bal.embarque.simulateur.SimulateurFranceCompetences;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import fr.gouv.apprentissage.bal.ingestion.sortie.DebitPartage;
import fr.gouv.apprentissage.bal.ingestion.sortie.Politique;
import fr.gouv.apprentissage.bal.ingestion.sortie.Sortie;
import fr.gouv.apprentissage.bal.referentiel.Opco;
import fr.gouv.apprentissage.bal.referentiel.Opcos;
import io.vertx.mutiny.sqlclient.Pool;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OpcoDEntrepriseTest {

    private static final EntreprisesDemo ENTREPRISES = OpcoDeTest.ENTREPRISES;
    private static final Instant LE_DIX = Instant.parse("2026-03-10T09:00:00Z");

    private final Pool pool = BaseDIngestion.vide();
    private final OptionsOpco options = OptionsOpco.sansLimite("bal");
    private final SimulateurFranceCompetences competences = new SimulateurFranceCompetences(options, ENTREPRISES);
    private final SimulateurCfaDock dock = new SimulateurCfaDock(options.avecDebit(OptionsOpco.CFA_DOCK), ENTREPRISES);

    private Duration delai = Duration.ofSeconds(20);

    @BeforeEach
    void oublie() {
        BaseDIngestion.execute("truncate opco_d_entreprise");
    }

    @AfterEach
    void ferme() {
        competences.close();
        dock.close();
    }

    @Test
    void france_competences_is_asked_first_and_its_answer_kept() {
        var une = siret("OCAPIAT");

        assertThat(a(LE_DIX).de(une)).map(Opco::code).contains("OCAPIAT");
        assertThat(a(LE_DIX).de(une)).map(Opco::code).contains("OCAPIAT");

        assertThat(competences.demandes()).hasSize(1);
        assertThat(dock.demandes()).isEmpty();
        assertThat(BaseDIngestion.texte("select source || ' ' || opco from opco_d_entreprise"))
                .isEqualTo("FRANCE_COMPETENCES OCAPIAT");
    }

    @Test
    void every_opco_is_known_by_the_name_that_the_directories_give_it() {
        var sirets = Opcos.tous().stream().map(opco -> siret(opco.code())).toList();

        var trouves = a(LE_DIX).deTous(sirets);

        assertThat(trouves.values()).containsExactlyInAnyOrderElementsOf(Opcos.tous());
    }

    @Test
    void what_france_competences_does_not_know_cfa_dock_is_asked() {
        assertThat(a(LE_DIX).de(siret("OPCO_MULTIPLE"))).contains(Opcos.multiple());
        assertThat(dock.demandes()).hasSize(1);
    }

    @Test
    void what_no_directory_knows_is_kept_as_unknown_for_a_shorter_time() {
        var une = siret("INCONNU");

        assertThat(a(LE_DIX).de(une)).contains(Opcos.inconnu());
        assertThat(a(LE_DIX.plus(Duration.ofDays(6))).de(une)).contains(Opcos.inconnu());
        assertThat(competences.demandes()).hasSize(1);
        a(LE_DIX.plus(Duration.ofDays(8))).de(une);
        assertThat(competences.demandes()).hasSize(2);
    }

    static Stream<Panne> pannes() {
        return Stream.of(
                new Panne.Erreur500(),
                new Panne.Indisponible(),
                new Panne.CompteRefuse(),
                new Panne.TropDeDemandes(0),
                new Panne.TropDeDemandes(3),
                new Panne.Coupure(0),
                new Panne.Coupure(30),
                new Panne.Lenteur(Duration.ofSeconds(3)),
                new Panne.CorpsIllisible(),
                new Panne.PageHtml(),
                new Panne.Calage(40, Duration.ofSeconds(3)));
    }

    @ParameterizedTest
    @MethodSource("pannes")
    void a_directory_that_fails_is_never_taken_for_one_that_does_not_know(Panne panne) {
        delai = OpcoDeTest.DELAI;
        competences.pannes().programme(requete -> true, panne);
        dock.pannes().programme(requete -> true, panne);
        var une = siret("INCONNU");

        assertThat(a(LE_DIX).de(une)).isEmpty();
        assertThat(BaseDIngestion.texte("select count(*) from opco_d_entreprise"))
                .isEqualTo("0");

        dock.pannes().efface();
        assertThat(a(LE_DIX).de(une)).as("the other one alone does not say").isEmpty();
        competences.pannes().efface();
        assertThat(a(LE_DIX).de(une)).contains(Opcos.inconnu());
    }

    @Test
    void the_other_directory_answers_for_one_that_fails() {
        competences.pannes().programme(requete -> true, new Panne.Erreur500());

        assertThat(a(LE_DIX).de(siret("AFDAS"))).map(Opco::code).contains("AFDAS");
        assertThat(BaseDIngestion.texte("select source from opco_d_entreprise")).isEqualTo("CFA_DOCK");
    }

    @Test
    void an_answer_ends_and_is_asked_anew() {
        var une = siret("AKTO");
        a(LE_DIX).de(une);

        var unMoisApres = a(LE_DIX.plus(Duration.ofDays(31)));
        assertThat(unMoisApres.connus(List.of(une))).isEmpty();
        unMoisApres.purge();

        assertThat(BaseDIngestion.texte("select count(*) from opco_d_entreprise"))
                .isEqualTo("0");
        assertThat(unMoisApres.de(une)).map(Opco::code).contains("AKTO");
        assertThat(competences.demandes()).hasSize(2);
    }

    @Test
    void two_replicas_together_keep_the_rate_of_cfa_dock() throws Exception {
        // Given companies that only CFA Dock may know, half of them to each of two replicas
        var sirets = ENTREPRISES.de("INCONNU").stream()
                .map(une -> new Siret(une.siret()))
                .limit(8)
                .toList();
        var fils = Executors.newFixedThreadPool(2);

        // When
        var finies = fils.invokeAll(List.<Callable<Integer>>of(
                () -> a(LE_DIX).deTous(sirets.subList(0, 4)).size(),
                () -> a(LE_DIX).deTous(sirets.subList(4, 8)).size()));
        fils.shutdown();

        // Then nothing was refused, and no second saw more than two
        assertThat(finies.get(0).get() + finies.get(1).get()).isEqualTo(8);
        assertThat(dock.demandes()).hasSize(8);
        assertThat(dock.plusForteCadence()).isLessThanOrEqualTo(OptionsOpco.CFA_DOCK);
    }

    private OpcoDEntreprise a(Instant maintenant) {
        var horloge = Clock.fixed(maintenant, ZoneOffset.UTC);
        return new OpcoDEntreprise(
                new OpcoStore(pool),
                List.of(
                        new AnnuaireGarde(
                                FranceCompetences.SOURCE,
                                () -> true,
                                OpcoDeTest.SANS_GARDE,
                                sortie("france-competences", competences.url(), 1_000, horloge),
                                siret -> FranceCompetences.question(
                                        URI.create(competences.url()),
                                        options.compte().secret(),
                                        siret),
                                FranceCompetences::lecture,
                                OpcoDeTest.releve("contrat-france-competences.json"),
                                OpcoDeTest.MESURES),
                        new AnnuaireGarde(
                                CfaDock.SOURCE,
                                () -> true,
                                OpcoDeTest.SANS_GARDE,
                                sortie("cfa-dock", dock.url(), 1.6, horloge),
                                siret -> CfaDock.question(URI.create(dock.url()), siret),
                                CfaDock::lecture,
                                OpcoDeTest.releve("contrat-cfa-dock.json"),
                                OpcoDeTest.MESURES)),
                Duration.ofDays(30),
                Duration.ofDays(7),
                horloge);
    }

    private Sortie sortie(String nom, String url, double parSeconde, Clock horloge) {
        var politique = Politique.pour(List.of(URI.create(url)), true, delai, 1 << 20);
        return new Sortie(() -> politique, new DebitPartage(pool, nom, parSeconde), horloge);
    }

    private static Siret siret(String opco) {
        return new Siret(OpcoDeTest.une(opco).siret());
    }
}
