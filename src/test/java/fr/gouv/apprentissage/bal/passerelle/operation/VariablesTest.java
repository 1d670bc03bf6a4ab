package fr.gouv.apprentissage.bal.passerelle.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.gouv.apprentissage.bal.passerelle.entree.Bornes;
import fr.gouv.apprentissage.bal.passerelle.entree.Limite;
import fr.gouv.apprentissage.bal.passerelle.erreur.OperationRefusee;
import jakarta.json.Json;
import java.io.StringReader;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariablesTest {
    private static final String CAS =
            """
            LISTE                    | 3 | {"a": {"b": [[1], [1, 2, 3]]}}
            CHAINE                   | 5 | {"a": {"b": ["abc", {"c": "abcde"}]}}
            VARIABLES                | 6 | {"a": {"b": [1, 2, "x"]}, "c": null}
            PROFONDEUR_DES_VARIABLES | 4 | {"a": [{"b": []}], "c": {}}""";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = CAS)
    void whatReachesTheLimitIsTaken(Limite limite, int taille, String variables) {
        assertThatCode(() -> verifie(limite, taille, variables)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = CAS)
    void whatPassesTheLimitIsRefusedByItsName(Limite limite, int taille, String variables) {
        var refus = catchThrowableOfType(OperationRefusee.class, () -> verifie(limite, taille - 1, variables));

        assertThat(refus.erreur().extensions()).containsEntry("limite", limite.mot());
    }

    private static void verifie(Limite limite, int maximum, String texte) {
        try (var lecteur = Json.createReader(new StringReader(texte))) {
            Variables.verifie(lecteur.readObject(), new Bornes(Map.of(limite, maximum)));
        }
    }
}
