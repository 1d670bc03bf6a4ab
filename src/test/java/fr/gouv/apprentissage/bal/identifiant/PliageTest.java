package fr.gouv.apprentissage.bal.identifiant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PliageTest {

    private static final Pattern ECHAPPE = Pattern.compile("\\\\u([0-9A-F]{4})");

    @ParameterizedTest(name = "{0} «{1}»")
    @MethodSource("vecteurs")
    void foldsAsTheVectorsOfItsVersionSay(String regle, String donne, String attendu) {
        var plie =
                switch (regle) {
                    case "nom" -> Pliage.nom(donne);
                    case "prenoms" -> Pliage.prenoms(prenoms(donne));
                    case "premier" -> Pliage.premierPrenom(prenoms(donne));
                    default -> throw new IllegalStateException("règle inconnue : " + regle);
                };

        assertThat(plie).isEqualTo(attendu);
    }

    @Test
    void hasVectorsForEachRule() throws IOException {
        assertThat(vecteurs().map(vecteur -> vecteur.get()[0]).distinct()).containsExactly("nom", "prenoms", "premier");
    }

    @Test
    void foldingAnyCharacterTwiceIsFoldingItOnce() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(c -> Character.getType(c) != Character.SURROGATE)
                        .mapToObj(c -> Pliage.nom(Character.toString(c)))
                        .filter(plie -> !Pliage.nom(plie).equals(plie)))
                .isEmpty();
    }

    static Stream<Arguments> vecteurs() throws IOException {
        try (var flux = PliageTest.class.getResourceAsStream("pliage-" + Pliage.VERSION + ".csv")) {
            return new String(flux.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(ligne -> !ligne.startsWith("#"))
                    .map(ligne -> ligne.split(";", -1))
                    .map(champs -> Arguments.of(champs[0], dechappe(champs[1]), champs[2]));
        }
    }

    private static List<String> prenoms(String donne) {
        return donne.isEmpty() ? List.of() : Arrays.asList(donne.split("\\|", -1));
    }

    private static String dechappe(String texte) {
        return ECHAPPE.matcher(texte).replaceAll(m -> Character.toString(Integer.parseInt(m.group(1), 16)));
    }
}
