package fr.gouv.apprentissage.bal.connecteur.francetravail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.gouv.apprentissage.bal.declaration.Classe;
import fr.gouv.apprentissage.bal.embarque.generateur.MondeDOffres;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the source is expected to send, beside what is read of it and what the simulator sends. */
class ContratDeSchemaTest {

    private final Map<String, JsonNode> contrat = contrat();

    @Test
    void every_field_that_is_read_stands_in_the_contract() {
        assertThat(contrat.keySet())
                .containsAll(OffreEnLecture.CHAMPS.stream()
                        .map(champ -> "/" + champ.replace('.', '/'))
                        .toList());
    }

    @Test
    void each_field_has_types_a_presence_and_a_class_that_exist() {
        assertThat(contrat.values()).allSatisfy(champ -> {
            assertThat(textes(champ.path("types"))).isNotEmpty().isSubsetOf("texte", "nombre", "booleen");
            assertThat(champ.path("presence").asText()).isIn("toujours", "souvent", "parfois");
            assertThat(champ.path("classe").asText(Classe.CONTACT.name()))
                    .isIn(Arrays.stream(Classe.values()).map(Enum::name).toList());
        });
    }

    @Test
    void what_the_simulator_sends_keeps_to_the_contract() {
        var offres = new MondeDOffres(3, 5).offres(Offres.MAINTENANT);

        assertThat(offres).isNotEmpty().allSatisfy(offre -> champs("", offre.json()));
    }

    private void champs(String chemin, JsonNode objet) {
        objet.properties().forEach(champ -> {
            var nom = chemin + "/" + champ.getKey();
            if (champ.getValue().isObject()) {
                champs(nom, champ.getValue());
            } else {
                assertThat(contrat).containsKey(nom);
                assertThat(textes(contrat.get(nom).path("types"))).as(nom).contains(type(champ.getValue()));
            }
        });
    }

    private static String type(JsonNode valeur) {
        return switch (valeur.getNodeType()) {
            case STRING -> "texte";
            case NUMBER -> "nombre";
            case BOOLEAN -> "booleen";
            default -> "rien";
        };
    }

    private static List<String> textes(JsonNode liste) {
        return liste.valueStream().map(JsonNode::asText).toList();
    }

    private static Map<String, JsonNode> contrat() {
        try (var fichier = ConnecteurFranceTravail.class.getResourceAsStream("contrat-de-schema.json")) {
            var contrat = new LinkedHashMap<String, JsonNode>();
            new ObjectMapper().readTree(fichier).path("champs").forEach(champ -> assertThat(
                            contrat.put(champ.path("champ").asText(), champ))
                    .isNull());
            return contrat;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
