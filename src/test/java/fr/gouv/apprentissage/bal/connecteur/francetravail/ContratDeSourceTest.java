package fr.gouv.apprentissage.bal.connecteur.francetravail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.gouv.apprentissage.bal.declaration.Classe;
import fr.gouv.apprentissage.bal.embarque.generateur.MondeDOffres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the source is expected to send, beside what is read of it and what the simulator sends. */
class ContratDeSourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, JsonNode> contrat = contrat();

    @Test
    void every_field_that_is_read_stands_in_the_contract() {
        assertThat(contrat.keySet()).containsAll(OffreEnLecture.CHAMPS).containsAll(OffreEnLecture.CONTENANTS);
    }

    @Test
    void each_line_has_a_type_a_presence_and_a_class_that_exist() {
        assertThat(contrat.values()).allSatisfy(ligne -> {
            assertThat(ligne.path("type").asText())
                    .isIn("texte", "nombre", "booleen", "instant", "objet", "liste");
            assertThat(ligne.path("presence").asText()).isIn("obligatoire", "facultative");
            if (!ligne.path("classe").isNull()) {
                assertThat(Arrays.stream(Classe.values()).map(Enum::name))
                        .contains(ligne.path("classe").asText());
            }
        });
    }

    @Test
    void what_the_simulator_sends_keeps_to_the_contract() {
        var offres = new MondeDOffres(3, 5).offres(Offres.MAINTENANT);

        assertThat(offres).isNotEmpty().allSatisfy(offre -> champs("", offre.json()));
    }

    private void champs(String chemin, JsonNode objet) {
        objet.properties().forEach(champ -> {
            var nom = chemin + champ.getKey();
            assertThat(contrat).containsKey(nom);
            assertThat(type(champ.getValue()))
                    .as(nom)
                    .isEqualTo(contrat.get(nom).path("type").asText().replace("instant", "texte"));
            if (champ.getValue().isObject()) {
                champs(nom + ".", champ.getValue());
            }
        });
    }

    private static String type(JsonNode valeur) {
        return switch (valeur.getNodeType()) {
            case STRING -> "texte";
            case NUMBER -> "nombre";
            case BOOLEAN -> "booleen";
            case OBJECT -> "objet";
            case ARRAY -> "liste";
            default -> "rien";
        };
    }

    private static Map<String, JsonNode> contrat() {
        try (var fichier = ConnecteurFranceTravail.class.getResourceAsStream("contrat-de-source.jsonl")) {
            var contrat = new LinkedHashMap<String, JsonNode>();
            for (var ligne : new String(fichier.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                var lue = JSON.readTree(ligne);
                assertThat(contrat.put(lue.path("champ").asText(), lue)).isNull();
            }
            return contrat;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
