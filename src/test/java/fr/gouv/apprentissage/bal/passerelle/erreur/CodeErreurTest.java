package fr.gouv.apprentissage.bal.passerelle.erreur;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CodeErreurTest {
    private static final Pattern LIGNE = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| (\\d{3}) \\|");

    @Test
    void theDocumentHasALinePerCodeWithItsStatus() throws IOException {
        var lignes = LIGNE.matcher(Files.readString(Path.of("docs/errors.md")))
                .results()
                .map(ligne -> ligne.group(1) + " " + ligne.group(2))
                .toList();

        List<String> codes = Arrays.stream(CodeErreur.values())
                .map(code -> code.name() + " " + code.statut())
                .toList();
        assertThat(lignes).containsExactlyElementsOf(codes);
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalOfAWholeOperationIsAnHttpError(CodeErreur code) {
        assertThat(code.statut()).isBetween(400, 599);
    }

    @ParameterizedTest
    @EnumSource
    void aMessageIsASentence(CodeErreur code) {
        assertThat(code.message()).matches("\\p{Lu}.*\\.");
    }
}
