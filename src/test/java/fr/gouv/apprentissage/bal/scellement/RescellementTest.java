package fr.gouv.apprentissage.bal.scellement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.apprentissage.bal.declaration.Classe;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A value sealed again stays the value that it was, and is sealed again nowhere else than in its place. */
class RescellementTest {

    private static final Autorisation TOUT = Autorisation.deDecision(Set.of(1, 6), "test");
    private static final Autorisation ROTATION = Autorisation.deTraitement(Traitement.ROTATION_DE_CLE, List.of(1));

    private final ScellementDeTest test = ScellementDeTest.ouvert();
    private final Scellement scellement = test.scellement();
    private final CleEnregistrement cle = scellement.nouvelle(1);
    private byte[] ancienne;

    @BeforeEach
    void uneValeurSousLAncienneVersion() {
        ancienne = scellement.scelle(cle, FicheDeTest.TEXTE, Sealed.recu("Zoé"));
        ScellementDeTest.inscris(test.registre, "IDENTITE", 2);
        test.trousseau.ouvre();
    }

    @Test
    void sealedAgainItStandsUnderTheNewVersionAndOpensAsItWas() {
        var nouvelle = scellement.rescelle(ROTATION, cle, FicheDeTest.TEXTE, ancienne);

        assertThat(FormatV1.versionDeCle(nouvelle)).isEqualTo(2);
        assertThat(scellement.ouvre(TOUT, cle, FicheDeTest.TEXTE, nouvelle)).isEqualTo("Zoé");
    }

    @Test
    void itsDigestIsThatOfTheValueUnderTheNewVersion() {
        var nouvelle = scellement.rescelle(ROTATION, cle, FicheDeTest.TEXTE, ancienne);

        assertThat(scellement.memeValeur(nouvelle, scellement.scelle(cle, FicheDeTest.TEXTE, Sealed.recu("Zoé"))))
                .isTrue();
        assertThat(scellement.memeValeur(nouvelle, scellement.scelle(cle, FicheDeTest.TEXTE, Sealed.recu("Zoë"))))
                .isFalse();
    }

    @Test
    void aValueUnderTheCurrentVersionComesBackAsItIs() {
        var nouvelle = scellement.scelle(cle, FicheDeTest.TEXTE, Sealed.recu("Zoé"));

        assertThat(scellement.rescelle(ROTATION, cle, FicheDeTest.TEXTE, nouvelle))
                .isSameAs(nouvelle);
    }

    @Test
    void withoutAnAutorisationForTheFieldNothingIsSealedAgain() {
        assertThatThrownBy(() -> scellement.rescelle(ROTATION, cle, FicheDeTest.TYPE, ancienne))
                .isInstanceOf(SecurityException.class);
    }

    @Test
    void aMovedValueIsNotMadeGoodInItsNewPlace() {
        var voisin = new ChampScelle<>(5, Classe.IDENTITE, FicheDeTest.TEXTE.forme());
        var duVoisin = Autorisation.deTraitement(Traitement.ROTATION_DE_CLE, List.of(5));

        assertThatThrownBy(() -> scellement.rescelle(duVoisin, cle, voisin, ancienne))
                .isInstanceOf(ValeurAlteree.class);
        assertThatThrownBy(() -> scellement.rescelle(ROTATION, scellement.nouvelle(2), FicheDeTest.TEXTE, ancienne))
                .isInstanceOf(ValeurAlteree.class);
    }

    @Test
    void aDamagedValueIsNotMadeGood() {
        for (var rang = 0; rang < ancienne.length; rang++) {
            var abimee = ancienne.clone();
            abimee[rang] ^= 0x40;

            assertThatThrownBy(() -> scellement.rescelle(ROTATION, cle, FicheDeTest.TEXTE, abimee))
                    .as("octet %d", rang)
                    .isInstanceOf(ValeurAlteree.class);
        }
    }

    @Test
    void aVersionThatAnotherProcessUsesIsTakenOver() {
        // Given a process that knows the new version and thinks that its time has not come
        var horloge = new HorlogeReglable(Instant.EPOCH);
        var retard = ScellementDeTest.ouvert(horloge);
        retard.registre.inscris(
                "IDENTITE", 2, DetenteurDeTest.enveloppe("IDENTITE", 2), 0, Instant.EPOCH.plusSeconds(60));
        retard.trousseau.ouvre();
        var nouvelle = scellement.scelle(cle, FicheDeTest.TEXTE, Sealed.recu("Zoé"));
        assertThat(retard.scellement().aJour(Classe.IDENTITE, ancienne)).isTrue();

        // When
        assertThat(retard.scellement().aJour(Classe.IDENTITE, nouvelle)).isTrue();

        // Then
        assertThat(retard.scellement().aJour(Classe.IDENTITE, ancienne)).isFalse();
        assertThat(FormatV1.versionDeCle(retard.scellement().rescelle(ROTATION, cle, FicheDeTest.TEXTE, ancienne)))
                .isEqualTo(2);
    }

    @Test
    void aNewerVersionThanAllThatAreKnownIsWaitedFor() {
        ScellementDeTest.inscris(test.registre, "IDENTITE", 3);
        test.trousseau.ouvre();
        var future = scellement.scelle(cle, FicheDeTest.TEXTE, Sealed.recu("Zoé"));

        assertThatThrownBy(() -> ScellementDeTest.ouvert().scellement().aJour(Classe.IDENTITE, future))
                .isInstanceOf(ClesIndisponibles.class);
    }
}
