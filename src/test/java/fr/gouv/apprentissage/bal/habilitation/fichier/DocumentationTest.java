package fr.gouv.apprentissage.bal.habilitation.fichier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
    void theFaultsThatAreShownAreThoseOfSuchAFile() throws IOException {
        var fautif =
                """
                version: 1
                clients:
                  - { id: cfa, nom: Réseau de CFA }
                habilitations:
                  - id: inconnu
                    finalite: orientation
                    baseLegale: "Art. 6.1.e RGPD"
                    client: inconnu
                    accordeePar: DGEFP
                    du: 2026-09-01
                    # une fin avant son début

                    au: 2026-08-31
                    champs:
                      Contrat.dateDebut: [LIRE]
                      Contrat.inconnu: [LIRE]
                      Contrat.statut: [LIRE]

                      # une initiale ne dit rien d'un numéro
                      Personne.ine: { acces: [LIRE], masque: INITIALE }
                """;

        var refus = catchThrowableOfType(
                FichierRefuse.class, () -> Lecteur.lis(fautif.getBytes(StandardCharsets.UTF_8), Catalogues.REEL));

        assertThat(texte()).contains("```text\n" + refus.getMessage() + "\n```");
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
