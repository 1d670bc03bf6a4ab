package fr.gouv.apprentissage.bal.scellement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.apprentissage.bal.contrat.Contrat;
import fr.gouv.apprentissage.bal.contrat.Employeur;
import fr.gouv.apprentissage.bal.declaration.ChampDeclare;
import fr.gouv.apprentissage.bal.declaration.Classe;
import fr.gouv.apprentissage.bal.declaration.Declarations;
import fr.gouv.apprentissage.bal.personne.Personne;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChampsScellesTest {

    @Test
    void aFieldHasTheNumberAndClassOfItsDeclaration() {
        var champ = ChampsScelles.de(FicheDeTest.class, "entier");

        assertThat(champ).extracting(ChampScelle::numero, ChampScelle::classe).containsExactly(10, Classe.SENSIBLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clair", "nonStocke", "inconnu"})
    void whatIsNoSealedFieldIsRefused(String composant) {
        assertThatThrownBy(() -> ChampsScelles.de(FicheDeTest.class, composant))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(composant);
    }

    static Stream<ChampDeclare> champsPersonnels() {
        return Stream.of(Personne.class, Contrat.class, Employeur.class)
                .flatMap(type -> Declarations.champs(type).stream())
                .filter(ChampDeclare::personnel);
    }

    @ParameterizedTest
    @MethodSource("champsPersonnels")
    void everyPersonalFieldThatIsDeclaredHasACanonicalForm(ChampDeclare champ) {
        assertThatCode(() -> ChampsScelles.de(champ)).doesNotThrowAnyException();
    }

    @Test
    void aTypeWithoutCanonicalFormIsRefused() {
        assertThatThrownBy(() -> Canoniques.de(StringBuilder.class)).isInstanceOf(IllegalArgumentException.class);
    }
}
