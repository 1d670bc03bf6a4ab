package fr.gouv.apprentissage.bal.referentiel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.apprentissage.bal.declaration.CurseurInvalide;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurseurDOrganismeTest {

    @Test
    void aCursorReadsBackAsItself() {
        var curseur = new CurseurDOrganisme("13002526500013");

        assertThat(CurseurDOrganisme.lis(curseur.texte())).isEqualTo(curseur);
    }

    @Test
    void aCursorDoesNotShowItsKey() {
        assertThat(new CurseurDOrganisme("0951099D").texte()).doesNotContain("0951099D");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "é", "13002526500013", "o1:13002526500013", "bzE6", "bzE6MTMwMDI1MjY1MDAwMTM====="})
    void whatIsNoCursorIsRefused(String texte) {
        assertThatThrownBy(() -> CurseurDOrganisme.lis(texte)).isInstanceOf(CurseurInvalide.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"o2:13002526500013", "o1:' or true --", "o1:1300252650001", "o1:13002526500013 "})
    void aCursorOfAnotherListIsRefused(String contenu) {
        var texte = Base64.getUrlEncoder().withoutPadding().encodeToString(contenu.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> CurseurDOrganisme.lis(texte)).isInstanceOf(CurseurInvalide.class);
    }
}
