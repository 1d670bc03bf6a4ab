package fr.gouv.apprentissage.bal.scellement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.apprentissage.bal.declaration.Classe;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("attaque28")
class ScelleurTest {

    private static final Autorisation TOUT =
            Autorisation.deDecision(IntStream.rangeClosed(1, 65535).boxed().toList(), "test");
    private static final int SCELLEMENTS = Integer.getInteger("bal.test.scellements", 100_000);

    private final ScellementDeTest test = ScellementDeTest.ouvert();
    private final Scellement scellement = test.scellement();
    private final CleEnregistrement cle = scellement.nouvelle(1);

    @Test
    void withoutAnAutorisationForTheFieldNothingOpens() {
        var stocke = scellement.scelle(cle, FicheDeTest.TEXTE, Sealed.recu("Zoé"));
        var autres = Autorisation.deDecision(Set.of(2, 3), "test");

        assertThatThrownBy(() -> scellement.ouvre(autres, cle, FicheDeTest.TEXTE, stocke))
                .isInstanceOf(SecurityException.class)
                .hasMessageNotContaining("Zoé");
    }

    @Test
    void aValueMovedToAnotherFieldOfItsRecordDoesNotOpen() {
        var stocke = scellement.scelle(cle, FicheDeTest.TEXTE, Sealed.recu("Zoé"));
        var voisin = new ChampScelle<>(5, Classe.IDENTITE, FicheDeTest.TEXTE.forme());

        assertThatThrownBy(() -> scellement.ouvre(TOUT, cle, voisin, stocke)).isInstanceOf(ValeurAlteree.class);
    }

    @Test
    void aValueMovedToTheSameFieldOfAnotherRecordDoesNotOpen() {
        var stocke = scellement.scelle(cle, FicheDeTest.TEXTE, Sealed.recu("Zoé"));
        var autre = scellement.nouvelle(2);

        assertThatThrownBy(() -> scellement.ouvre(TOUT, autre, FicheDeTest.TEXTE, stocke))
                .isInstanceOf(ValeurAlteree.class);
    }

    @Test
    void aValueMovedToAnotherClassDoesNotOpen() {
        var stocke = scellement.scelle(cle, FicheDeTest.TEXTE, Sealed.recu("Zoé"));
        for (var classe : Classe.values()) {
            var ailleurs = new ChampScelle<>(1, classe, FicheDeTest.TEXTE.forme());
            if (classe != Classe.IDENTITE) {
                assertThatThrownBy(() -> scellement.ouvre(TOUT, cle, ailleurs, stocke))
                        .isInstanceOf(ValeurAlteree.class);
            }
        }
    }

    @Test
    void aSecretMovedToAnotherRecordDoesNotUnwrap() {
        assertThatThrownBy(() -> scellement.cle(2, cle.epoque(), cle.enveloppe()))
                .isInstanceOf(ValeurAlteree.class);
    }

    @Test
    void aSecretOfAnUnknownEpochIsUnavailable() {
        assertThatThrownBy(() -> scellement.cle(1, 9, cle.enveloppe())).isInstanceOf(ClesIndisponibles.class);
    }

    @Test
    void aSecretMovedToAnotherEpochDoesNotUnwrap() {
        ScellementDeTest.inscris(test.registre, Trousseau.EPOQUE, 2);
        test.trousseau.ouvre();

        assertThatThrownBy(() -> scellement.cle(1, 2, cle.enveloppe())).isInstanceOf(ValeurAlteree.class);
    }

    @Test
    void digestsOfOneValueInManyRecordsAreAllDifferent() {
        var empreintes = new HashSet<ByteBuffer>();
        for (int enregistrement = 1; enregistrement <= 1000; enregistrement++) {
            var stocke = scellement.scelle(scellement.nouvelle(enregistrement), FicheDeTest.BOOLEEN, Sealed.recu(true));
            empreintes.add(ByteBuffer.wrap(FormatV1.empreinte(stocke)));
        }

        assertThat(empreintes).hasSize(1000);
    }

    @Test
    void digestsOfOneValueInTwoFieldsAreDifferent() {
        var voisin = new ChampScelle<>(5, Classe.IDENTITE, FicheDeTest.TEXTE.forme());
        var une = scellement.scelle(cle, FicheDeTest.TEXTE, Sealed.recu("Zoé"));
        var autre = scellement.scelle(cle, voisin, Sealed.recu("Zoé"));

        assertThat(scellement.memeValeur(une, autre)).isFalse();
    }

    @Test
    void noncesNeverRepeat() {
        var nonces = new HashSet<ByteBuffer>();
        for (int i = 0; i < SCELLEMENTS; i++) {
            var stocke = scellement.scelle(cle, FicheDeTest.BOOLEEN, Sealed.recu(true));
            nonces.add(ByteBuffer.wrap(Arrays.copyOfRange(stocke, FormatV1.DEBUT_NONCE, FormatV1.DEBUT_CHIFFRE)));
        }

        assertThat(nonces).hasSize(SCELLEMENTS);
    }

    @Test
    void aNewVersionSealsWhileTheOldOneStillOpens() {
        // Given
        var ancienne = scellement.scelle(cle, FicheDeTest.TEXTE, Sealed.recu("Zoé"));

        // When
        ScellementDeTest.inscris(test.registre, "IDENTITE", 2);
        test.trousseau.ouvre();
        var nouvelle = scellement.scelle(cle, FicheDeTest.TEXTE, Sealed.recu("Zoé"));

        // Then
        assertThat(List.of(FormatV1.versionDeCle(ancienne), FormatV1.versionDeCle(nouvelle)))
                .containsExactly(1, 2);
        assertThat(scellement.ouvre(TOUT, cle, FicheDeTest.TEXTE, ancienne)).isEqualTo("Zoé");
        assertThat(scellement.ouvre(TOUT, cle, FicheDeTest.TEXTE, nouvelle)).isEqualTo("Zoé");
    }

    @Test
    void acrossVersionsDigestsDoNotCompareButAReceivedValueDoes() {
        var ancienne = scellement.scelle(cle, FicheDeTest.TEXTE, Sealed.recu("Zoé"));
        ScellementDeTest.inscris(test.registre, "IDENTITE", 2);
        test.trousseau.ouvre();
        var nouvelle = scellement.scelle(cle, FicheDeTest.TEXTE, Sealed.recu("Zoé"));

        assertThatThrownBy(() -> scellement.memeValeur(ancienne, nouvelle))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(scellement.memeValeur(cle, FicheDeTest.TEXTE, Sealed.recu("Zoé"), ancienne))
                .isTrue();
        assertThat(scellement.memeValeur(cle, FicheDeTest.TEXTE, Sealed.recu("Zoë"), ancienne))
                .isFalse();
    }

    @Test
    void aValueUnderARetiredVersionIsRefused() {
        var ancienne = scellement.scelle(cle, FicheDeTest.TEXTE, Sealed.recu("Zoé"));
        ScellementDeTest.inscris(test.registre, "IDENTITE", 2);
        test.registre.retire("IDENTITE", 1);
        test.trousseau.ouvre();

        assertThatThrownBy(() -> scellement.ouvre(TOUT, cle, FicheDeTest.TEXTE, ancienne))
                .isInstanceOf(ValeurAlteree.class)
                .hasMessageContaining("retirée");
    }
}
