package fr.gouv.apprentissage.bal.connecteur.opco;

import static fr.gouv.apprentissage.bal.connecteur.opco.OpcoDeTest.combien;
import static fr.gouv.apprentissage.bal.connecteur.opco.OpcoDeTest.demande;
import static fr.gouv.apprentissage.bal.connecteur.opco.OpcoDeTest.une;
import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.embarque.AvecBaseEmbarquee;
import fr.gouv.apprentissage.bal.embarque.simulateur.Panne;
import fr.gouv.apprentissage.bal.embarque.simulateur.SimulateurAkto;
import fr.gouv.apprentissage.bal.identifiant.Courriel;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What keeps a source from holding up the house, as production has it; the library's guard needs the container. */
@QuarkusTest
@AvecBaseEmbarquee
class GardeDeSourceTest {

    private static final String COURRIEL = "nul@ailleurs.example";
    private static final Duration REPOS = Duration.ofMillis(700);

    @Inject
    @Any
    Instance<QuestionOpco> deLaMaison;

    private final OpcoDeTest opco = new OpcoDeTest();

    @AfterEach
    void ferme() {
        opco.close();
    }

    @Test
    void theWholeQuestionHasALimitTokenIncluded() {
        // Given a source that takes its time for the token, and again for the answer
        var lenteur = Duration.ofSeconds(5);
        opco.akto().pannes().programme(requete -> true, new Panne.Lenteur(lenteur));
        var garde = new GardeDeSource("essai", Duration.ofSeconds(1), 4, REPOS, OpcoDeTest.MESURES);
        var question = opco.questionAkto(opco.akto().url(), garde, lenteur.multipliedBy(4));

        // When
        var debut = System.nanoTime();
        var reponse = demande(question, COURRIEL, une("AKTO").siret());

        // Then who asks is answered, whatever the request still does
        assertThat(reponse).isEqualTo(ReponseOpco.INCONNU);
        assertThat(Duration.ofNanos(System.nanoTime() - debut)).isBetween(Duration.ofMillis(900), lenteur);
    }

    @Test
    void aSourceThatFailsIsLeftAloneAndAskedAgainLater() throws Exception {
        // Given a source that fails
        opco.akto().pannes().programme(requete -> true, new Panne.Erreur500());
        var question = question(new GardeDeSource("essai", Duration.ofSeconds(3), 4, REPOS, OpcoDeTest.MESURES));
        for (int i = 0; i < GardeDeSource.FENETRE; i++) {
            assertThat(demande(question, COURRIEL, une("AKTO").siret())).isEqualTo(ReponseOpco.INCONNU);
        }
        var avant = opco.akto().demandes().size();

        // When it is asked on, Then it hears nothing
        assertThat(demande(question, COURRIEL, une("AKTO").siret())).isEqualTo(ReponseOpco.INCONNU);
        assertThat(opco.akto().demandes()).hasSize(avant);

        // When it is well again and its rest is over, Then it answers
        opco.akto().pannes().efface();
        Thread.sleep(REPOS.toMillis() + 200);
        assertThat(demande(question, COURRIEL, une("AKTO").siret())).isEqualTo(ReponseOpco.NON);
        assertThat(demande(question, COURRIEL, une("AKTO").siret())).isEqualTo(ReponseOpco.NON);
    }

    @Test
    void questionsThatTheSourceRefusesDoNotCloseItToTheOthers() {
        // Given questions that it refuses by themselves: an establishment whose company has no number
        var question =
                question(new GardeDeSource("essai", Duration.ofSeconds(3), 4, Duration.ofHours(1), OpcoDeTest.MESURES));
        for (int i = 0; i < 3 * GardeDeSource.FENETRE; i++) {
            demande(question, COURRIEL, "12345678200002");
        }

        assertThat(demande(question, COURRIEL, une("AKTO").siret())).isEqualTo(ReponseOpco.NON);
    }

    @Test
    void beyondSoManyQuestionsAtOnceTheNextHaveNoAnswerAtOnce() {
        // Given one at a time and one that waits, of a source that is slow
        opco.akto()
                .pannes()
                .programme(
                        requete -> requete.chemin().equals(SimulateurAkto.VALIDATION),
                        new Panne.Lenteur(Duration.ofMillis(700)));
        var question = question(new GardeDeSource("essai", Duration.ofSeconds(10), 1, REPOS, OpcoDeTest.MESURES));
        var siret = new Siret(une("AKTO").siret());

        // When six are asked together
        var reponses = new ArrayList<Uni<ReponseOpco>>();
        for (int i = 0; i < 6; i++) {
            reponses.add(question.demande(Sealed.recu(new Courriel(COURRIEL)), siret));
        }
        var recues = Uni.join().all(reponses).andCollectFailures().await().atMost(Duration.ofSeconds(20));

        // Then two were asked
        assertThat(recues).filteredOn(ReponseOpco.NON::equals).hasSize(2);
        assertThat(recues).filteredOn(ReponseOpco.INCONNU::equals).hasSize(4);
        assertThat(combien(opco.akto(), SimulateurAkto.VALIDATION)).isEqualTo(2);
    }

    @Test
    void theHouseAsksBothAndNeitherWhereNoneIsConfigured() {
        assertThat(deLaMaison).extracting(QuestionOpco::source).containsExactlyInAnyOrder("AKTO", "OPCO_EP");
        assertThat(deLaMaison).filteredOn(question -> !question.active()).allSatisfy(question -> assertThat(
                        demande(question, COURRIEL, une("AKTO").siret()))
                .isEqualTo(ReponseOpco.INCONNU));
    }

    private QuestionOpco question(Garde garde) {
        return opco.questionAkto(opco.akto().url(), garde);
    }
}
