package fr.gouv.apprentissage.bal.identifiant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PliagePropertiesTest {

    @Property
    void foldingAgainChangesNothing(@ForAll String texte) {
        var plie = Pliage.nom(texte);

        assertThat(Pliage.nom(plie)).isEqualTo(plie);
    }

    @Property
    void theWayFirstNamesAreDividedDoesNotCount(@ForAll List<String> prenoms) {
        assertThat(Pliage.prenoms(List.of(String.join(" ", prenoms)))).isEqualTo(Pliage.prenoms(prenoms));
    }

    @Property
    void theFirstFirstNameBeginsThemAll(@ForAll List<String> prenoms) {
        var sansVirgule =
                prenoms.stream().map(prenom -> prenom.replaceAll("[,;]", "")).toList();

        assertThat(Pliage.prenoms(sansVirgule)).startsWith(Pliage.premierPrenom(sansVirgule));
    }
}
