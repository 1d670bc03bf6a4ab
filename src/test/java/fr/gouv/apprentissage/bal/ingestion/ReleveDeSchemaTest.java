package fr.gouv.apprentissage.bal.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.gouv.apprentissage.bal.ingestion.ContratDeSchema.Champ;
import fr.gouv.apprentissage.bal.ingestion.ContratDeSchema.Presence;
import fr.gouv.apprentissage.bal.ingestion.ContratDeSchema.Type;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rows beside the contract of their source. */
class ReleveDeSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ContratDeSchema CONTRAT = new ContratDeSchema(
            "ESSAI",
            List.of(
                    champ("/id", Presence.TOUJOURS, Type.TEXTE, Type.NOMBRE),
                    champ("/nom", Presence.SOUVENT, Type.TEXTE),
                    champ("/lieu/ville", Presence.PARFOIS, Type.TEXTE),
                    champ("/contacts/*/courriel", Presence.PARFOIS, Type.TEXTE)));

    @Test
    void aRowThatLooksAsItShouldIsNoDrift() {
        assertThat(derives("{'id': 1, 'nom': 'A', 'lieu': {'ville': 'X'}, 'contacts': [{'courriel': 'c'}, {}]}"))
                .isEmpty();
    }

    @Test
    void nothingAndBlankAreOfAnyType() {
        assertThat(derives("{'id': 'a', 'nom': null, 'lieu': '', 'contacts': null}"))
                .isEmpty();
    }

    @Test
    void aFieldThatNobodyKnowsIsToldWithItsShape() {
        assertThat(derives(
                        "{'id': 1, 'lieu': {'codePostal': '75011'}}",
                        "{'id': 2, 'lieu': {'codePostal': 75011}, 'autre': {'a': 1, 'b': 2}}"))
                .containsExactly("/autre NOUVEAU 1 [objet{2}]", "/lieu/codePostal NOUVEAU 2 [texte(5), nombre]");
    }

    @Test
    void aFieldThatHoldsAnotherTypeIsTold() {
        assertThat(derives("{'id': true, 'nom': ['A', 'B'], 'lieu': 'Rennes', 'contacts': [{'courriel': 7}]}"))
                .containsExactly(
                        "/contacts/*/courriel RETYPE 1 [nombre]",
                        "/id RETYPE 1 [booleen]",
                        "/lieu RETYPE 1 [texte(6)]",
                        "/nom RETYPE 1 [liste[2]]");
    }

    @Test
    void aFieldThatEachRowHasIsToldForEachRowWithoutIt() {
        assertThat(derives("{'id': 1}", "{}", "{'id': null}")).containsExactly("/id ABSENT 2 []");
    }

    @Test
    void aFieldThatRowsMayLackIsToldWhereNoneOfManyHasIt() {
        var lignes = Collections.nCopies(ReleveDeSchema.ASSEZ, "{'id': 1}").toArray(String[]::new);

        assertThat(derives(Arrays.copyOf(lignes, ReleveDeSchema.ASSEZ - 1))).isEmpty();
        assertThat(derives(lignes)).containsExactly("/nom ABSENT 200 []");
        lignes[3] = "{'id': 1, 'nom': 'A'}";
        assertThat(derives(lignes)).isEmpty();
    }

    @Test
    void aNameThatMightBeAValueIsNotKept() {
        assertThat(derives("{'id': 1, 'jean.dupont@exemple.fr': true, '1860135001234': 1, 'Dupont Jean': ''}"))
                .containsExactly("/… NOUVEAU 3 [booleen, nombre, texte(0)]");
    }

    @Test
    void aRowThatIsNoObjectHasNoFields() {
        assertThat(derives("7", "'rien'", "null")).isEmpty();
    }

    @Test
    void aSourceThatPutsItsValuesIntoNamesFillsNothing() {
        var noms = new StringBuilder("{'id': 1");
        for (var rang = 0; rang < 500; rang++) {
            noms.append(", 'x")
                    .append("abcdefghij".charAt(rang % 10))
                    .append("abcdefghij".charAt(rang / 10 % 10))
                    .append("abcdefghij".charAt(rang / 100))
                    .append("': 1");
        }

        assertThat(derives(noms.append('}').toString())).hasSize(51).contains("/… NOUVEAU 450 [nombre]");
    }

    private static List<String> derives(String... lignes) {
        var releve = new ReleveDeSchema(CONTRAT);
        for (var ligne : lignes) {
            try {
                releve.compare(JSON.readTree(ligne.replace('\'', '"')));
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException(e);
            }
        }
        return releve.derives().toutes().stream()
                .map(une -> une.champ() + " " + une.nature() + " " + une.nombre() + " " + une.formes())
                .toList();
    }

    private static Champ champ(String chemin, Presence presence, Type... types) {
        return new Champ(chemin, Set.of(types), presence, Optional.empty(), Set.of());
    }
}
