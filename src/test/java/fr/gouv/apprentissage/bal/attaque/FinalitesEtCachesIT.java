package fr.gouv.apprentissage.bal.attaque;

import static fr.gouv.apprentissage.bal.attaque.Cible.refusee;
import static fr.gouv.apprentissage.bal.attaque.Cible.sansRecepisse;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A purpose that is not the caller's, and what a cache still holds of a right or of another client. */
class FinalitesEtCachesIT {

    private static final String ADRESSE = "(?s).*[^\"\\s]@[^\"\\s].*";

    private static Cible cible;

    @BeforeAll
    static void vise() throws Exception {
        cible = Cible.vivante();
    }

    @Test
    void attaque22_une_habilitation_revoquee_que_le_cache_garde_encore() {
        var client = ClientDEssai.nouveau(cible, "revoquee");
        var habilitation =
                client.accorde(List.of(), "Contrat.dateDebut LIRE", "Contrat.alternant LIRE", "Personne.nom LIRE");
        var document = "{ contrats(first: 5) { nodes { dateDebut alternant { nom } } } }";
        for (int i = 0; i < 5; i++) {
            assertThat(client.demande(document).donnees().at("/contrats/nodes")).hasSize(5);
        }

        client.revoque(habilitation);

        var apres = client.demande(document);
        assertThat(apres.donnees().at("/contrats/nodes")).isEmpty();
        assertThat(apres.codes()).isNotEmpty().containsOnly("CHAMP_NON_HABILITE");
        assertThat(ClientDEssai.textes(apres, "motif")).containsOnly("REVOQUEE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "suivi-des-effectifs",
                "exercice-des-droits",
                "Mesure-des-effets",
                "mesure-des-effets, prise-de-rendez-vous",
                "*"
            })
    void attaque23_finalite_empruntee(String finalite) {
        refusee(
                cible.appel().demande("lba", "{ contrats { nodes { id } } }", Map.of(), Map.of("X-Finalite", finalite)),
                403,
                "FINALITE_NON_HABILITEE");
    }

    @Test
    void attaque23_une_finalite_que_le_jeton_n_admet_pas() throws Exception {
        var cle = Jeton.cleDe(cible.demonstration().embarque()).getPrivate();
        var borne = Jeton.valable("lba").avec("finalites", new JsonArray(List.of("mesure-des-effets")));

        refusee(
                cible.porteur(borne.signe(cle), "{ contrats { nodes { id } } }", Map.of()),
                403,
                "FINALITE_NON_HABILITEE");
        refusee(
                cible.porteur(borne.avec("finalites", "mesure-des-effets").signe(cle), "{ moi { id } }", Map.of()),
                403,
                "JETON_MAL_FORME");
    }

    @Test
    void attaque24_un_meme_document_sert_a_chacun_ce_qui_est_a_lui() {
        var document = "{ contrats(first: 10) { nodes { id dateDebut alternant { id nom prenoms courriels } } } }";
        var premieres = List.of("lba", "tdb", "sans-droit").stream()
                .map(client -> sansRecepisse(cible.demande(client, document)))
                .toList();

        for (int tour = 0; tour < 10; tour++) {
            assertThat(List.of("lba", "tdb", "sans-droit").stream()
                            .map(client -> sansRecepisse(cible.demande(client, document)))
                            .toList())
                    .isEqualTo(premieres);
        }
        assertThat(premieres).doesNotHaveDuplicates();
        assertThat(premieres.get(0)).doesNotMatch(ADRESSE);
        assertThat(premieres.get(1)).matches(ADRESSE);
        assertThat(premieres.get(2)).contains("\"nodes\":[]");
    }
}
