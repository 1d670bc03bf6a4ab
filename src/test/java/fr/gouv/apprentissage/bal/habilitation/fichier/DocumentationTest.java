package fr.gouv.apprentissage.bal.habilitation.fichier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.habilitation.Acces;
import fr.gouv.apprentissage.bal.habilitation.Catalogues;
import fr.gouv.apprentissage.bal.habilitation.Masque;
import fr.gouv.apprentissage.bal.habilitation.Motif;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DocumentationTest {

    private static final Pattern YAML = Pattern.compile("(?s)```yaml\n(.*?)```");

    @Test
    void everyExampleIsARightFile() throws IOException {
        var exemples = YAML.matcher(texte()).results().map(MatchResult::group).toList();

        assertThat(exemples).hasSizeGreaterThanOrEqualTo(4);
        assertThat(exemples).allSatisfy(exemple -> {
            var contenu = exemple.replace("```yaml\n", "").replace("```", "");
            assertThat(Lecteur.lis(contenu.getBytes(StandardCharsets.UTF_8), Catalogues.REEL)
                            .clients())
                    .isNotEmpty();
        });
    }

    @Test
    void everyAccessMaskAndReasonIsExplained() throws IOException {
        var texte = texte();

        assertThat(List.<Enum<?>[]>of(Acces.values(), Masque.values(), Motif.values()))
                .allSatisfy(valeurs -> assertThat(valeurs)
                        .allSatisfy(valeur -> assertThat(texte).contains("| `" + valeur.name() + "` |")));
    }

    private static String texte() throws IOException {
        return Files.readString(Path.of("docs", "habilitations.md"));
    }
}
