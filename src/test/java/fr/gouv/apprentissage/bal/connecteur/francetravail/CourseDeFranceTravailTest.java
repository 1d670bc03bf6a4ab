package fr.gouv.apprentissage.bal.connecteur.francetravail;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static fr.gouv.apprentissage.bal.connecteur.francetravail.FranceTravailDeTest.base;
import static fr.gouv.apprentissage.bal.connecteur.francetravail.Offres.MAINTENANT;
import static fr.gouv.apprentissage.bal.connecteur.francetravail.Offres.SIRETS;
import static fr.gouv.apprentissage.bal.connecteur.francetravail.Offres.avecContact;
import static fr.gouv.apprentissage.bal.connecteur.francetravail.Offres.nombre;
import static fr.gouv.apprentissage.bal.connecteur.francetravail.Offres.offre;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import fr.gouv.apprentissage.bal.contact.ContactStore;
import fr.gouv.apprentissage.bal.embarque.generateur.OffreGeneree;
import fr.gouv.apprentissage.bal.embarque.simulateur.Panne;
import fr.gouv.apprentissage.bal.ingestion.BancDIngestion;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import fr.gouv.apprentissage.bal.ingestion.ConnecteurPlanifie;
import fr.gouv.apprentissage.bal.ingestion.EcritureDeFaits;
import fr.gouv.apprentissage.bal.ingestion.ExecutionDeConnecteur;
import fr.gouv.apprentissage.bal.ingestion.sortie.SortieDeTest;
import fr.gouv.apprentissage.bal.scellement.ScellementDeTest;
import io.vertx.mutiny.sqlclient.Pool;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** France Travail as the operator has it: asked over HTTP by runs, its facts in the tables. */
class CourseDeFranceTravailTest {

    private final Pool pool = BaseDIngestion.vide();
    private final FranceTravailDeTest source =
            new FranceTravailDeTest(FranceTravailDeTest.HORLOGE, new Limites(10, 50), Duration.ofSeconds(20));
    private final ScellementDeTest scellement = ScellementDeTest.ouvert();
    private final BancDIngestion banc = banc(source.connecteur(List.of("22", "35")));

    @AfterEach
    void ferme() {
        banc.close();
        source.close();
    }

    @Test
    void a_run_leaves_addresses_among_contacts_dates_among_offers_and_its_counts() {
        source.liste(List.of(
                avecContact("O1", "22", SIRETS.get(0), "accueil@atelier.example"),
                avecContact("O2", "22", SIRETS.get(0), "accueil@atelier.example"),
                avecContact("O3", "35", SIRETS.get(1), "rh@usine.example"),
                avecContact("O4", "35", SIRETS.get(1), "deux@@boite.example"),
                offre("O5", "35", MAINTENANT)));

        banc.poursuis();

        assertThat(banc.derniere().etat()).hasToString("TERMINEE");
        assertThat(nombres(banc.derniere())).containsExactly(5, 2, 0, 0, 0);
        assertThat(banc.derniere().signalements())
                .hasToString("[Signalement[motif=VALEUR_ECARTEE:contact.courriel, nombre=1]]");
        assertThat(banc.derniere().derives()).isEmpty();
        assertThat(banc.textes("select siret || ' ' || source || ' ' || expire_le from contact order by 1"))
                .containsExactly(
                        SIRETS.get(0) + " FRANCE_TRAVAIL 2026-04-14", SIRETS.get(1) + " FRANCE_TRAVAIL 2026-04-14");
        assertThat(banc.textes("select id || ' ' || departement from offre order by 1"))
                .containsExactly("O1 22", "O2 22", "O3 35", "O4 35", "O5 35");
    }

    @Test
    void the_same_offers_again_change_nothing_and_are_counted_so() {
        source.liste(List.of(avecContact("O1", "22", SIRETS.get(0), "accueil@atelier.example")));
        banc.poursuis();

        banc.poursuis();

        assertThat(nombres(banc.derniere())).containsExactly(1, 0, 0, 1, 0);
        assertThat(banc.executions()).hasSize(2);
    }

    @Test
    void what_lies_behind_the_wall_is_told_by_number() {
        source.liste(IntStream.range(0, 70)
                .mapToObj(rang -> offre("O" + rang, "35", MAINTENANT))
                .toList());

        banc.poursuis();

        assertThat(banc.derniere().etat()).hasToString("TERMINEE");
        assertThat(banc.derniere().lus()).isEqualTo(60);
        assertThat(banc.derniere().signalements()).hasToString("[Signalement[motif=HORS_D_ATTEINTE, nombre=10]]");
    }

    @Test
    void a_departement_that_keeps_failing_fails_the_run_and_the_next_one_brings_what_it_had() {
        source.liste(melange(15));
        source.simulateur().pannes().programme(d -> d.departement().equals(Optional.of("35")), new Panne.Erreur500());
        banc.poursuis();
        assertThat(banc.derniere().etat()).hasToString("ECHOUEE");
        assertThat(banc.derniere().erreur()).isEqualTo("la source répond 500");
        assertThat(base("select count(*) from offre")).isEqualTo("15");
        source.simulateur().pannes().efface();

        banc.poursuis();

        assertThat(banc.derniere().etat()).hasToString("TERMINEE");
        assertThat(base("select count(*) from offre where disparue_le is null")).isEqualTo("30");
    }

    @Test
    void a_departement_that_the_source_refuses_keeps_none_of_the_others_from_being_read() {
        source.liste(melange(15));
        source.simulateur()
                .pannes()
                .programme(d -> d.departement().equals(Optional.of("22")), new Panne.DemandeRefusee());

        banc.poursuis();

        assertThat(banc.derniere().etat()).hasToString("ECHOUEE");
        assertThat(banc.derniere().erreur()).isEqualTo("la source refuse la demande (400) : département 22");
        assertThat(banc.derniere().signalements()).hasToString("[Signalement[motif=PART_REFUSEE, nombre=1]]");
        assertThat(base("select count(*) from offre where departement = '35'")).isEqualTo("15");
    }

    @Test
    void a_run_whose_process_died_goes_on_at_the_departement_that_it_had_not_ended() {
        source.liste(melange(15));
        banc.planifie();
        source.avantDeLire("35", () -> {
            throw new Mort();
        });
        meurt();
        var avant = source.simulateur().demandes().size();
        banc.renais();

        banc.tour();

        assertThat(banc.derniere().etat()).hasToString("TERMINEE");
        assertThat(banc.executions()).hasSize(1);
        assertThat(banc.derniere().lus()).isEqualTo(30);
        assertThat(source.simulateur().demandes().stream().skip(avant))
                .allSatisfy(d -> assertThat(d.departement()).contains("35"));
    }

    @Test
    void a_run_that_is_cancelled_stops_before_its_next_departement() {
        source.liste(melange(15));
        source.avantDeLire("22", () -> banc.annule(banc.derniere().id()));

        banc.poursuis();

        assertThat(banc.derniere().etat()).hasToString("ANNULEE");
        assertThat(base("select string_agg(distinct departement, ' ') from offre"))
                .isEqualTo("22");
    }

    @Test
    void two_processes_make_one_run_of_what_is_asked_for_once() {
        source.liste(melange(15));
        try (var autre = banc(source.connecteur(List.of("22", "35")))) {
            source.avantDeLire("35", autre::poursuis);

            banc.poursuis();
            autre.tour();

            assertThat(banc.executions()).hasSize(1);
            assertThat(banc.derniere().etat()).hasToString("TERMINEE");
            assertThat(banc.derniere().lus()).isEqualTo(30);
        }
    }

    @Test
    void an_offer_that_does_not_look_as_the_contract_says_is_told_by_field_and_shape_alone() {
        var autre = new WireMockServer(WireMockConfiguration.options().dynamicPort());
        autre.start();
        autre.stubFor(any(urlPathEqualTo("/jeton")).willReturn(okJson("{\"access_token\":\"j\",\"expires_in\":1499}")));
        autre.stubFor(any(urlPathEqualTo("/v2/offres/search"))
                .willReturn(okJson(
                                "{\"resultats\":[{\"id\":\"O1\",\"dateCreation\":20260301,\"zvikjolt\":\"zvikjoltéremb\"}]}")
                        .withHeader("Content-Range", "offres 0-0/1")));
        var acces = new ClientFranceTravail.Acces(
                URI.create(autre.baseUrl()), URI.create(autre.baseUrl() + "/jeton"), "bal", "secret");
        var client = new ClientFranceTravail(
                () -> acces,
                SortieDeTest.vers(autre.baseUrl(), Duration.ofSeconds(20), FranceTravailDeTest.HORLOGE),
                Limites.DOCUMENTEES,
                FranceTravailDeTest.HORLOGE);
        try (var derivant = banc(source.connecteur(List.of("22"), client))) {
            derivant.poursuis();

            assertThat(derivant.derniere().derives())
                    .extracting(une -> une.nature() + " " + une.champ() + " " + une.nombre() + " " + une.formes())
                    .containsExactly("RETYPE /dateCreation 1 [nombre]", "NOUVEAU /zvikjolt 1 [texte(13)]");
        } finally {
            autre.stop();
        }
    }

    private BancDIngestion banc(ConnecteurPlanifie connecteur) {
        var contacts = new ContactStore(scellement.scellement(), scellement.index(), FranceTravailDeTest.HORLOGE);
        return new BancDIngestion(
                pool,
                FranceTravailDeTest.HORLOGE,
                connecteur,
                scellement,
                Duration.ofSeconds(60),
                EcritureDeFaits.dans(contacts, scellement.versions()));
    }

    private void meurt() {
        try {
            banc.tour();
        } catch (Mort mort) {
            BaseDIngestion.execute("update bail set expire_le = '-infinity'");
        }
    }

    private static final class Mort extends Error {

        private static final long serialVersionUID = 1L;
    }

    private static List<OffreGeneree> melange(int chacun) {
        var toutes = new ArrayList<>(nombre("22", chacun));
        toutes.addAll(nombre("35", chacun));
        return toutes;
    }

    private static List<Integer> nombres(ExecutionDeConnecteur execution) {
        return List.of(
                execution.lus(), execution.crees(), execution.modifies(), execution.inchanges(), execution.rejetes());
    }
}
