package fr.gouv.apprentissage.bal.connecteur.opco;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.identifiant.Courriel;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaitsDeQuestionTest {

    private static final Instant MAINTENANT = Instant.parse("2026-03-10T23:30:00Z");
    private static final Siret SIRET = new Siret("13002526500013");
    private static final Sealed<Courriel> COURRIEL = Sealed.recu(new Courriel("a@societe.example"));

    private final FaitsDeQuestion faits =
            new FaitsDeQuestion(Duration.ofDays(30), Clock.fixed(MAINTENANT, ZoneOffset.UTC));

    @Test
    void a_known_address_is_a_fact_of_a_question_for_thirty_days() {
        assertThat(faits.de("AKTO", ReponseOpco.OUI_ADRESSE, COURRIEL, SIRET))
                .singleElement()
                .satisfies(fait -> {
                    assertThat(fait.siren().valeur()).isEqualTo("130025265");
                    assertThat(fait.siret()).contains(SIRET);
                    assertThat(fait.courriel()).contains(COURRIEL);
                    assertThat(fait.domaine()).contains("societe.example");
                    assertThat(fait.source()).isEqualTo("AKTO");
                    assertThat(fait.questionne()).isTrue();
                    assertThat(fait.vuLe()).isEqualTo(MAINTENANT);
                    // The eleventh in Paris already.
                    assertThat(fait.expireLe()).isEqualTo(LocalDate.of(2026, 4, 10));
                });
    }

    @Test
    void a_known_domain_is_a_fact_of_the_domain_alone() {
        assertThat(faits.de("OPCO_EP", ReponseOpco.OUI_DOMAINE, COURRIEL, SIRET))
                .singleElement()
                .satisfies(fait -> {
                    assertThat(fait.courriel()).isEmpty();
                    assertThat(fait.domaine()).contains("societe.example");
                });
    }

    @Test
    void a_known_domain_of_a_chezTousprovider_teaches_nothing() {
        var chezTous = Sealed.recu(new Courriel("a@orange.fr"));

        assertThat(faits.de("OPCO_EP", ReponseOpco.OUI_DOMAINE, chezTous, SIRET))
                .isEmpty();
        assertThat(faits.de("OPCO_EP", ReponseOpco.OUI_ADRESSE, chezTous, SIRET))
                .singleElement()
                .satisfies(fait -> assertThat(fait.domaine()).isEmpty());
    }

    @ParameterizedTest
    @EnumSource(names = {"NON", "INCONNU"})
    void what_is_not_confirmed_teaches_nothing(ReponseOpco reponse) {
        assertThat(faits.de("AKTO", reponse, COURRIEL, SIRET)).isEmpty();
    }
}
