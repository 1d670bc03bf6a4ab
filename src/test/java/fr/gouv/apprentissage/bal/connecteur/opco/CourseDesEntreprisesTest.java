package fr.gouv.apprentissage.bal.connecteur.opco;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.embarque.simulateur.OptionsOpco;
import fr.gouv.apprentissage.bal.embarque.simulateur.Panne;
import fr.gouv.apprentissage.bal.embarque.simulateur.SimulateurFranceCompetences;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.ingestion.BancDIngestion;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import fr.gouv.apprentissage.bal.ingestion.EcritureDeFaits;
import fr.gouv.apprentissage.bal.ingestion.SourceIndisponible;
import fr.gouv.apprentissage.bal.ingestion.sortie.SortieDeTest;
import fr.gouv.apprentissage.bal.scellement.HorlogeReglable;
import fr.gouv.apprentissage.bal.scellement.ScellementDeTest;
import io.vertx.mutiny.sqlclient.Pool;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The OPCO of contracts' employers, from a directory over HTTP, as a run. */
class CourseDesEntreprisesTest {

    private static final EcritureDeFaits SANS_FAITS = (connexion, faits) -> {
        throw new IllegalStateException("rien n'est un fait");
    };

    private final Pool pool = BaseDIngestion.vide();
    private final HorlogeReglable horloge = new HorlogeReglable(Instant.parse("2026-03-10T09:00:00Z"));
    private final OptionsOpco options = OptionsOpco.sansLimite("bal");
    private final SimulateurFranceCompetences competences =
            new SimulateurFranceCompetences(options, OpcoDeTest.ENTREPRISES);
    private final OpcoDEntreprise opcos = new OpcoDEntreprise(
            new OpcoStore(pool), List.of(annuaire()), Duration.ofDays(30), Duration.ofDays(7), horloge);
    private final BancDIngestion banc = banc();

    @BeforeEach
    void desContrats() {
        contrat(1, "AKTO");
        contrat(2, "AKTO");
        contrat(3, "OCAPIAT");
        contrat(4, "INCONNU");
        BaseDIngestion.execute("insert into contrat (id, source, etat_du, modifie_le, premiere_vue, derniere_vue)"
                + " values (5, 'DECA', now(), '2020-01-01', now(), now())");
    }

    @AfterEach
    void ferme() {
        banc.close();
        competences.close();
    }

    @Test
    void each_contract_gets_the_opco_of_its_employer_and_is_seen_as_changed() {
        banc.poursuis();

        assertThat(banc.derniere().etat()).hasToString("TERMINEE");
        assertThat(banc.textes("select employeur_opco from contrat order by id"))
                .containsExactly("AKTO", "AKTO", "OCAPIAT", "null", "null");
        assertThat(banc.textes("select id from contrat where modifie_le > '2025-01-01' order by id"))
                .containsExactly("1", "2", "3");
        assertThat(List.of(banc.derniere().lus(), banc.derniere().modifies())).containsExactly(3, 3);
        assertThat(banc.derniere().signalements()).hasToString("[Signalement[motif=OPCO_INCONNU, nombre=1]]");
    }

    @Test
    void a_company_is_asked_about_once_and_its_next_contracts_are_filled_without_asking() {
        banc.poursuis();
        banc.poursuis();
        assertThat(banc.executions()).hasSize(1);
        contrat(6, "OCAPIAT");

        banc.poursuis();

        assertThat(banc.texte("select employeur_opco from contrat where id = 6"))
                .isEqualTo("OCAPIAT");
        assertThat(competences.demandes()).hasSize(3);
    }

    @Test
    void what_was_said_long_ago_is_asked_again_and_a_company_that_changed_its_opco_follows() {
        banc.poursuis();
        BaseDIngestion.execute("update contrat set employeur_opco = 'AFDAS' where id = 3");
        horloge.avance(Duration.ofDays(31));
        opcos.purge();
        assertThat(banc.texte("select count(*) from opco_d_entreprise")).isEqualTo("0");

        banc.poursuis();

        assertThat(banc.texte("select employeur_opco from contrat where id = 3"))
                .isEqualTo("OCAPIAT");
        assertThat(competences.demandes()).hasSize(6);
    }

    @Test
    void a_directory_that_is_away_fails_the_run_changes_nothing_and_the_next_run_goes_on() {
        competences.pannes().programme(requete -> true, new Panne.Erreur500());
        banc.poursuis();
        assertThat(banc.derniere().etat()).hasToString("ECHOUEE");
        assertThat(banc.derniere().erreur())
                .isEqualTo("les annuaires des OPCO ne répondent pas (FRANCE_COMPETENCES : la source répond 500)");
        assertThat(banc.texte("select count(employeur_opco) from contrat")).isEqualTo("0");
        competences.pannes().efface();

        banc.poursuis();

        assertThat(banc.derniere().etat()).hasToString("TERMINEE");
        assertThat(banc.texte("select count(employeur_opco) from contrat")).isEqualTo("3");
    }

    @Test
    void two_processes_make_one_run() {
        try (var autre = banc()) {
            banc.planifie();
            autre.planifie();

            banc.tour();
            autre.tour();

            assertThat(banc.executions()).hasSize(1);
            assertThat(competences.demandes()).hasSize(3);
        }
    }

    private AnnuaireOpco annuaire() {
        return new AnnuaireGarde(
                FranceCompetences.SOURCE,
                () -> true,
                OpcoDeTest.SANS_GARDE,
                SortieDeTest.vers(competences.url(), Duration.ofSeconds(20), horloge),
                siret -> FranceCompetences.question(
                        URI.create(competences.url()), options.compte().secret(), siret),
                FranceCompetences::lecture,
                OpcoDeTest.releve("contrat-france-competences.json"),
                OpcoDeTest.MESURES);
    }

    private BancDIngestion banc() {
        var connecteur = new ConnecteurDEntreprises(
                new EntreprisesSansHeures(),
                opcos,
                new EmployeurStore(pool, horloge),
                CourseDesEntreprisesTest::deuxFois);
        return new BancDIngestion(
                pool, horloge, connecteur, ScellementDeTest.ouvert(), Duration.ofSeconds(60), SANS_FAITS);
    }

    private static int deuxFois(java.util.function.IntSupplier action) {
        try {
            return action.getAsInt();
        } catch (SourceIndisponible absente) {
            return action.getAsInt();
        }
    }

    private static void contrat(int id, String opco) {
        BaseDIngestion.execute("insert into contrat (id, source, etat_du, modifie_le, premiere_vue, derniere_vue,"
                + " employeur_siret) values (" + id + ", 'DECA', now(), '2020-01-01', now(), now(), '"
                + new Siret(OpcoDeTest.une(opco).siret()).valeur() + "')");
    }
}
