package fr.gouv.apprentissage.bal.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PageTest {

    private static final Page PAGE = new Page(
            Path.of("essai.md"),
            """
            # Un titre, deux
            Lire `GET
            /q/x` et [la suite](b.md#c).

            ```sh
            # pourquoi
            curl -s \\
              http://x
            ./mvnw verify
            ```

            ~~~
            rien
            ~~~
            Puis `/y`.

                indenté
            """);

    @Test
    void itsExamplesAreFoundWhateverTheirFence() {
        assertThat(PAGE.blocs())
                .extracting(Bloc::langue, Bloc::ligne)
                .containsExactly(tuple("sh", 6), tuple("", 13), tuple(Bloc.INDENTE, 17));
    }

    @Test
    void aContinuedCommandIsOne() {
        assertThat(PAGE.blocs().get(0).commandes()).containsExactly("curl -s http://x", "./mvnw verify");
    }

    @Test
    void whatASentenceQuotesIsFoundWithItsLine() {
        assertThat(PAGE.citations())
                .extracting(Bloc::texte, Bloc::ligne)
                .containsExactly(tuple("GET /q/x", 2), tuple("/y", 15));
    }

    @Test
    void linksAndTitlesAreFound() {
        assertThat(PAGE.liens()).containsExactly("b.md#c");
        assertThat(PAGE.ancres()).containsExactly("un-titre-deux");
    }
}
