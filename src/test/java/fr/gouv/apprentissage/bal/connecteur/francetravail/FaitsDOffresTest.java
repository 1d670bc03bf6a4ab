package fr.gouv.apprentissage.bal.connecteur.francetravail;

import static fr.gouv.apprentissage.bal.connecteur.francetravail.Offres.MAINTENANT;
import static fr.gouv.apprentissage.bal.connecteur.francetravail.Offres.SIRETS;
import static fr.gouv.apprentissage.bal.connecteur.francetravail.Offres.avecContact;
import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.contact.FaitDeContact;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an offer says of an establishment's address. */
class FaitsDOffresTest {

    private final FranceTravailDeTest source = new FranceTravailDeTest();

    @AfterEach
    void ferme() {
        source.close();
    }

    @Test
    void an_address_beside_an_establishment_is_a_fact_for_thirty_days() {
        source.liste(List.of(avecContact("O1", "35", SIRETS.get(0), "Accueil@Atelier.example")));

        source.lis("35");

        assertThat(faits()).singleElement().satisfies(fait -> {
            assertThat(fait.siren().valeur()).isEqualTo("130025265");
            assertThat(fait.siret()).get().extracting("valeur").isEqualTo(SIRETS.get(0));
            assertThat(fait.courriel()).isPresent();
            assertThat(fait.source()).isEqualTo("FRANCE_TRAVAIL");
            assertThat(fait.questionne()).isFalse();
            assertThat(fait.vuLe()).isEqualTo(MAINTENANT);
            assertThat(fait.expireLe()).isEqualTo(LocalDate.of(2026, 4, 14));
        });
    }

    @Test
    void the_source_vouches_for_no_domain_since_a_recruiter_may_write_for_the_establishment() {
        source.liste(List.of(avecContact("O1", "35", SIRETS.get(0), "quelquun@cabinet.example")));

        source.lis("35");

        assertThat(faits()).extracting(FaitDeContact::domaine).allSatisfy(domaine -> assertThat(domaine)
                .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pour postuler, utiliser le lien suivant : https://candidat.example/offres/1",
                " ",
                "ape.35000@francetravail.fr",
                "conseil@entreprise.pole-emploi.net"
            })
    void a_sentence_or_an_adviser_is_no_address_of_the_establishment_and_no_doubt_either(String courriel) {
        source.liste(List.of(avecContact("O1", "35", SIRETS.get(0), courriel)));

        source.lis("35");

        assertThat(faits()).isEmpty();
        assertThat(source.signalements()).isEmpty();
        assertThat(FranceTravailDeTest.base("select siret from offre")).isEqualTo(SIRETS.get(0));
    }

    @Test
    void a_badly_formed_address_is_dropped_and_told_of() {
        source.liste(List.of(avecContact("O1", "35", SIRETS.get(0), "deux@@boite.example")));

        source.lis("35");

        assertThat(faits()).isEmpty();
        assertThat(source.signalements()).containsExactly("VALEUR_ECARTEE:contact.courriel");
    }

    @Test
    void an_address_without_an_establishment_is_no_fact() {
        source.liste(List.of(avecContact("O1", "35", " ", "accueil@atelier.example")));

        source.lis("35");

        assertThat(source.lignes()).hasSize(1);
        assertThat(faits()).isEmpty();
    }

    private List<FaitDeContact> faits() {
        return source.lignes().stream().flatMap(ligne -> ligne.faits().stream()).toList();
    }
}
