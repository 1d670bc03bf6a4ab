package fr.gouv.apprentissage.bal.connecteur.opco;

import static fr.gouv.apprentissage.bal.connecteur.opco.OpcoDeTest.combien;
import static fr.gouv.apprentissage.bal.connecteur.opco.OpcoDeTest.demande;
import static fr.gouv.apprentissage.bal.connecteur.opco.OpcoDeTest.une;
import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.embarque.simulateur.SimulateurAkto;
import fr.gouv.apprentissage.bal.embarque.simulateur.SimulateurOpcoEp;
import fr.gouv.apprentissage.bal.identifiant.Courriel;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.journal.JournalIndisponible;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The protocols of both OPCOs, against their simulators. */
class QuestionsTest {

    private static final String INCONNUE = "nul@ailleurs.example";

    private final OpcoDeTest opco = new OpcoDeTest();

    @AfterEach
    void ferme() {
        opco.close();
    }

    @Test
    void akto_confirms_an_address_of_a_company_of_its_own() {
        var une = une("AKTO");

        assertThat(demande(opco.questionAkto(), une.courriel(), une.siret())).isEqualTo(ReponseOpco.OUI_ADRESSE);
    }

    @Test
    void akto_is_asked_by_company_and_of_nothing_else() {
        var une = une("AKTO");

        demande(opco.questionAkto(), une.courriel(), une.siret());

        var question = opco.akto().demandes().get(1);
        assertThat(question.parametre("siren")).isEqualTo(une.siren());
        assertThat(question.parametres()).hasSize(2);
    }

    @Test
    void akto_says_no_of_an_address_that_it_does_not_know() {
        assertThat(demande(opco.questionAkto(), INCONNUE, une("AKTO").siret())).isEqualTo(ReponseOpco.NON);
    }

    @Test
    void opco_ep_tells_an_address_from_its_domain() {
        var une = une("OPCO_EP");

        assertThat(demande(opco.questionEp(), une.courriel(), une.siret())).isEqualTo(ReponseOpco.OUI_ADRESSE);
        assertThat(demande(opco.questionEp(), "autre@" + une.domaine(), une.siret()))
                .isEqualTo(ReponseOpco.OUI_DOMAINE);
    }

    @Test
    void opco_ep_says_no_of_an_address_and_of_an_establishment_that_it_does_not_know() {
        assertThat(demande(opco.questionEp(), INCONNUE, une("OPCO_EP").siret())).isEqualTo(ReponseOpco.NON);
        assertThat(demande(opco.questionEp(), INCONNUE, une("AFDAS").siret())).isEqualTo(ReponseOpco.NON);
    }

    @Test
    void an_address_that_looks_like_parameters_arrives_as_it_is() {
        demande(
                opco.questionAkto(),
                "jean+lba&siren=1@ailleurs.example",
                une("AKTO").siret());
        demande(
                opco.questionEp(),
                "jean+lba&siret=1@ailleurs.example",
                une("OPCO_EP").siret());

        assertThat(opco.akto().demandes().get(1).parametre("email")).isEqualTo("jean+lba&siren=1@ailleurs.example");
        assertThat(opco.akto().demandes().get(1).parametre("siren"))
                .isEqualTo(une("AKTO").siren());
        assertThat(opco.ep().demandes().get(1).parametre("email")).isEqualTo("jean+lba&siret=1@ailleurs.example");
    }

    @Test
    void a_token_is_asked_once_for_many_questions() {
        var question = opco.questionAkto();

        for (int i = 0; i < 5; i++) {
            demande(question, INCONNUE, une("AKTO").siret());
        }

        assertThat(combien(opco.akto(), SimulateurAkto.JETONS)).isEqualTo(1);
        assertThat(combien(opco.akto(), SimulateurAkto.VALIDATION)).isEqualTo(5);
    }

    @Test
    void shortly_before_its_end_a_token_is_renewed_and_no_question_meets_its_end() {
        var question = opco.questionEp();
        demande(question, INCONNUE, une("OPCO_EP").siret());

        opco.passent(Duration.ofSeconds(271));

        assertThat(demande(question, INCONNUE, une("OPCO_EP").siret())).isEqualTo(ReponseOpco.NON);
        assertThat(combien(opco.ep(), SimulateurOpcoEp.JETONS)).isEqualTo(2);
        assertThat(combien(opco.ep(), SimulateurOpcoEp.VALIDATION)).isEqualTo(2);
    }

    @Test
    void a_token_that_ended_before_its_time_is_renewed_once() {
        var question = opco.questionAkto();
        demande(question, INCONNUE, une("AKTO").siret());

        opco.akto().oublieLesJetons();

        assertThat(demande(question, INCONNUE, une("AKTO").siret())).isEqualTo(ReponseOpco.NON);
        assertThat(combien(opco.akto(), SimulateurAkto.JETONS)).isEqualTo(2);
        assertThat(combien(opco.akto(), SimulateurAkto.VALIDATION)).isEqualTo(3);
    }

    @Test
    void a_source_that_is_not_in_use_is_not_asked() {
        var inactive = new QuestionGardee(
                "AKTO",
                () -> false,
                OpcoDeTest.SANS_GARDE,
                opco.inscriptions()::add,
                (courriel, siret) -> {
                    throw new IllegalStateException("demandé");
                },
                OpcoDeTest.MESURES);

        assertThat(demande(inactive, INCONNUE, une("AKTO").siret())).isEqualTo(ReponseOpco.INCONNU);
    }

    @Test
    void a_stored_address_is_not_asked_about() {
        var stockee = Sealed.<Courriel>stocke(new byte[40]);

        var reponse = opco.questionAkto()
                .demande(stockee, new Siret(une("AKTO").siret()))
                .await()
                .atMost(Duration.ofSeconds(5));

        assertThat(reponse).isEqualTo(ReponseOpco.INCONNU);
        assertThat(opco.akto().demandes()).isEmpty();
    }

    @Test
    void each_question_stands_in_the_journal_under_its_opco_before_it_leaves() {
        demande(opco.questionAkto(), INCONNUE, une("AKTO").siret());
        demande(opco.questionEp(), INCONNUE, une("OPCO_EP").siret());

        assertThat(opco.inscriptions()).containsExactly("AKTO", "OPCO_EP");
    }

    @Test
    void a_question_that_the_journal_does_not_take_is_not_asked() {
        var question = new QuestionGardee(
                "AKTO",
                () -> true,
                OpcoDeTest.SANS_GARDE,
                source -> {
                    throw new JournalIndisponible(new IOException("absent"));
                },
                (courriel, siret) -> {
                    throw new AssertionError("demandé");
                },
                OpcoDeTest.MESURES);

        assertThat(demande(question, INCONNUE, une("AKTO").siret())).isEqualTo(ReponseOpco.INCONNU);
    }

    @Test
    void answers_are_counted_by_source_and_kind_and_timed() {
        var avant = OpcoDeTest.REGISTRE
                .counter("bal.opco.reponses", "source", "AKTO", "reponse", "oui_adresse")
                .count();

        demande(opco.questionAkto(), une("AKTO").courriel(), une("AKTO").siret());

        assertThat(OpcoDeTest.REGISTRE
                        .counter("bal.opco.reponses", "source", "AKTO", "reponse", "oui_adresse")
                        .count())
                .isEqualTo(avant + 1);
        assertThat(OpcoDeTest.REGISTRE.timer("bal.opco.duree", "source", "AKTO").count())
                .isPositive();
    }
}
