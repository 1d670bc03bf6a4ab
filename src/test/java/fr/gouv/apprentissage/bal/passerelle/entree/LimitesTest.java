package fr.gouv.apprentissage.bal.passerelle.entree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.gouv.apprentissage.bal.passerelle.erreur.CodeErreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.OperationRefusee;
import graphql.parser.Parser;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LimitesTest {
    private static final String CAS =
            """
            PROFONDEUR  | 3 | { a { b { c } } }
            OPERATIONS  | 2 | query A { a } query B { b }
            ALIAS       | 4 | { x: a { y: b } ...F ...F } fragment F on Query { z: c }
            DIRECTIVES  | 4 | query @d { a @d ... @d { b } ...F @d } fragment F on Query { c }
            RACINES     | 6 | { a { x y } ... { b ...F } ...F } fragment F on Query { c ... on Query { d { z } } }
            CHAMPS      | 7 | { a { x y } ...F ...F } fragment F on Query { b { z } }
            LISTE       | 3 | { a(p: [1, [2, 3, 4]]) }
            LISTE       | 3 | query A($v: [Int] = [1, 2, 3]) { a(p: {q: [1]}) }
            LISTE       | 3 | { a @d(p: ["x", "y", "z"]) }
            CHAINE      | 5 | { a(p: {q: ["abc", "abcde"]}) }
            CHAINE      | 5 | query A($v: String = "abcde") { a @d(p: "ab") }
            CHAINE      | 5 | { a(p: \"\"\"abcde\"\"\") }""";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = CAS)
    void whatReachesTheLimitIsTaken(Limite limite, int taille, String document) {
        assertThatCode(() -> verifie(limite, taille, document)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = CAS)
    void whatPassesTheLimitIsRefusedByItsName(Limite limite, int taille, String document) {
        var refus = catchThrowableOfType(OperationRefusee.class, () -> verifie(limite, taille - 1, document));

        assertThat(refus.erreur().code()).isEqualTo(CodeErreur.REQUETE_TROP_GRANDE);
        assertThat(refus.erreur().extensions())
                .containsEntry("limite", limite.mot())
                .containsEntry("maximum", (long) taille - 1);
    }

    @Test
    void fragmentsThatUseFragmentsAreMeasuredQuickly() {
        var document = new StringBuilder("{ ...F0 }");
        for (int i = 0; i < 200; i++) {
            document.append(" fragment F%d on Query { a ...F%d ...F%d }".formatted(i, i + 1, i + 1));
        }
        document.append(" fragment F200 on Query { b }");

        assertThatThrownBy(() -> verifie(Limite.CHAMPS, 1_000, document.toString()))
                .isInstanceOf(OperationRefusee.class);
    }

    @Test
    void aLongRowOfFragmentsFitsOnTheStack() throws InterruptedException {
        var document = new StringBuilder("{ ...F0 }");
        for (int i = 0; i < 700; i++) {
            document.append("fragment F%d on Query{...F%d}".formatted(i, i + 1));
        }
        document.append("fragment F700 on Query{b}");
        var lu = new Parser().parseDocument(document.toString());
        var fini = new AtomicBoolean();
        var petite = new Thread(
                null,
                () -> {
                    new Limites(new Bornes(Map.of())).verifie(lu);
                    fini.set(true);
                },
                "petite pile",
                512 * 1024);

        petite.start();
        petite.join();

        assertThat(fini).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aLimitBelowOneIsNoLimit(Limite limite) {
        assertThatThrownBy(() -> new Bornes(Map.of(limite, 0))).hasMessageContaining(limite.cle());
    }

    private static void verifie(Limite limite, int maximum, String document) {
        if (maximum == 0) {
            throw new IllegalArgumentException();
        }
        new Limites(new Bornes(Map.of(limite, maximum))).verifie(new Parser().parseDocument(document));
    }
}
