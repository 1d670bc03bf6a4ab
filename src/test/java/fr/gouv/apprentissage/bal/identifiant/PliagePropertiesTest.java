package fr.gouv.apprentissage.bal.identifiant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;

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

    /** Names without an accent take a shorter way, which must not show. */
    @Property
    void aNameIsFoldedAloneAsItIsBesideALetterThatDecomposes(
            @ForAll @CharRange(from = '\u0000', to = '\u007f') String texte) {
        assertThat(Pliage.nom(texte) + "e").isEqualTo(Pliage.nom(texte + "\u00e9"));
    }

    @Property
    void aFirstNameThatNothingDividesIsItsOwnFirst(@ForAll String prenom) {
        var dIndivisible = Pliage.premierPrenom(List.of(prenom, ""));

        assertThat(Pliage.premierPrenom(List.of(prenom))).isEqualTo(dIndivisible);
    }
}
