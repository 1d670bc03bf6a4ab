package fr.gouv.apprentissage.bal.coffre;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The server that other tests rely on. */
@AvecBao
class ServeurBaoTest {

    @Test
    void whatItWrappedItUnwrapsAfterARestart() {
        try (var serveur = ServeurBao.demarre()) {
            // Given
            var cle = serveur.appelle("POST", "transit/datakey/plaintext/bal-identite", Map.of("bits", 256));

            // When
            serveur.arrete();
            serveur.redemarre();
            assertThat(serveur.reponse(serveur.jetonRacine(), "GET", "transit/keys/bal-identite", null)
                            .statut())
                    .isEqualTo(503);
            serveur.descelle();

            // Then
            var ouverte = serveur.appelle(
                    "POST",
                    "transit/decrypt/bal-identite",
                    Map.of("ciphertext", cle.at("/data/ciphertext").asText()));
            assertThat(ouverte.at("/data/plaintext")).isEqualTo(cle.at("/data/plaintext"));
            assertThat(serveur.demandes("transit/decrypt/bal-identite")).isEqualTo(1);
        }
    }

    @Test
    void aTokenMayDoWhatItsPolicySaysAndNothingElse() {
        var serveur = ServeurBao.partage();
        var jeton = serveur.jeton(
                "essai", "path \"transit/keys/bal-index\" { capabilities = [\"read\"] }", Duration.ofMinutes(1));

        assertThat(serveur.reponse(jeton, "GET", "transit/keys/bal-index", null).statut())
                .isEqualTo(200);
        assertThat(serveur.reponse(jeton, "GET", "transit/keys/bal-identite", null)
                        .statut())
                .isEqualTo(403);
    }
}
