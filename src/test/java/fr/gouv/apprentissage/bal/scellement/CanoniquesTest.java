package fr.gouv.apprentissage.bal.scellement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CanoniquesTest {

    static Stream<Arguments> malFormees() {
        return Stream.of(
                Arguments.of(String.class, "c3"),
                Arguments.of(String.class, "eda080"),
                Arguments.of(LocalDate.class, "323030372d3133"),
                Arguments.of(Integer.class, "000001"),
                Arguments.of(Boolean.class, "02"),
                Arguments.of(Boolean.class, ""),
                Arguments.of(FicheDeTest.Couleur.class, "424c455545"),
                Arguments.of(FicheDeTest.Code.class, ""),
                Arguments.of(FicheDeTest.Lieu.class, "ffffffff"),
                Arguments.of(FicheDeTest.Lieu.class, "ffffffffffffffffffffffffffffffff"),
                Arguments.of(FicheDeTest.Lieu.class, "0000000541"),
                Arguments.of(FicheDeTest.Lieu.class, "fffffffeffffffffffffffff"),
                Arguments.of(FicheDeTest.Lieu.class, "0000"));
    }

    @ParameterizedTest
    @MethodSource("malFormees")
    void bytesThatStandForNoValueAreRefusedWithoutACauseThatCouldShowThem(Type type, String hexadecimal) {
        assertThatThrownBy(() -> Canoniques.de(type).lis(HexFormat.of().parseHex(hexadecimal)))
                .isInstanceOf(ValeurAlteree.class)
                .hasNoCause();
    }

    @Test
    void anAbsentElementOfAListIsRefused() {
        assertThatThrownBy(() -> FicheDeTest.TEXTES.forme().lis(HexFormat.of().parseHex("ffffffff")))
                .isInstanceOf(ValeurAlteree.class);
    }

    @Test
    void textIsNotNormalised() {
        var compose = FicheDeTest.TEXTE.forme().octets("\u00e9");
        var decompose = FicheDeTest.TEXTE.forme().octets("e\u0301");

        assertThat(compose).isNotEqualTo(decompose);
    }

    @Test
    void listsOfDifferentDivisionsDiffer() {
        var forme = FicheDeTest.TEXTES.forme();

        assertThat(List.of(List.of("ab"), List.of("a", "b"), List.of("ab", ""), List.<String>of()))
                .extracting(liste -> HexFormat.of().formatHex(forme.octets(liste)))
                .doesNotHaveDuplicates();
    }
}
