package fr.gouv.apprentissage.bal.connecteur.opco;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.ingestion.SurDerive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A whole run that asks one directory whose answers do not look as its contract says; then the run after it, once they do. */
class DerivesDAnnuaireTest {

    private final BancDAnnuaire banc = new BancDAnnuaire();

    @AfterEach
    void rienNeSort() {
        banc.close();
        banc.rienNeSort();
    }

    @ParameterizedTest
    @EnumSource(AnnuaireDeTest.class)
    void a_code_under_another_name_fails_the_run_which_says_what_changed(AnnuaireDeTest annuaire) {
        banc.demande(annuaire);
        BancDAnnuaire.SOURCE.stubFor(get(anyUrl()).willReturn(okJson(annuaire.codeRenomme("AKTO"))));

        banc.poursuis();

        assertThat(banc.derniere().etat()).hasToString("ECHOUEE");
        assertThat(banc.derives()).containsExactly("ABSENT /" + annuaire.code() + " 3", "NOUVEAU /statut 3");
        banc.gueris(annuaire);
        assertThat(banc.derives()).as("of the run after it").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(AnnuaireDeTest.class)
    void names_under_another_name_are_no_answer_and_are_told(AnnuaireDeTest annuaire) {
        banc.demande(annuaire);
        BancDAnnuaire.SOURCE.stubFor(get(anyUrl()).willReturn(okJson(annuaire.nomsRenommes("AKTO"))));

        banc.poursuis();

        assertThat(banc.derniere().etat()).hasToString("TERMINEE");
        assertThat(banc.derniere().signalements()).hasToString("[Signalement[motif=OPCO_NON_RECONNU, nombre=3]]");
        assertThat(banc.derives()).isNotEmpty().allMatch(une -> une.matches("NOUVEAU .*/libelle 3"));
        assertThat(banc.opcos()).containsOnly("null");
        banc.gueris(annuaire);
    }

    @ParameterizedTest
    @EnumSource(AnnuaireDeTest.class)
    void a_field_that_nobody_needs_of_another_type_is_told_and_the_answer_taken(AnnuaireDeTest annuaire) {
        banc.demande(annuaire);
        banc.sers(nom -> annuaire.connait(nom).replaceFirst("\"idcc\":\"?1486\"?", "\"idcc\":[1486]"));

        banc.poursuis();

        assertThat(banc.derniere().etat()).hasToString("TERMINEE");
        assertThat(banc.derives()).containsExactly("RETYPE /idcc 3");
        assertThat(banc.opcos()).containsExactlyElementsOf(BancDAnnuaire.OPCOS.values());
    }

    @ParameterizedTest
    @EnumSource(AnnuaireDeTest.class)
    void where_a_drift_must_stop_it_it_stops_and_names_the_field(AnnuaireDeTest annuaire) {
        banc.demande(annuaire, BancDAnnuaire.SOURCE.baseUrl(), SurDerive.ARRETER);
        BancDAnnuaire.SOURCE.stubFor(get(anyUrl()).willReturn(okJson(annuaire.codeRenomme("AKTO"))));

        banc.poursuis();

        assertThat(banc.derniere().etat()).hasToString("ECHOUEE");
        assertThat(banc.derniere().erreur())
                .isEqualTo("la source a changé de forme : champ absent /" + annuaire.code());
        assertThat(BancDAnnuaire.SOURCE.getAllServeEvents())
                .as("it was not asked on")
                .hasSize(1);
        banc.gueris(annuaire);
    }
}
