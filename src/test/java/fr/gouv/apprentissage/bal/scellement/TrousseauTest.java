package fr.gouv.apprentissage.bal.scellement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TrousseauTest {

    private static final Autorisation TOUT = Autorisation.deDecision(Set.of(1, 7, 10, 11), "test");
    private static final int CLES = 5 + GenreIndex.values().length + 4;

    private final HorlogeReglable horloge = new HorlogeReglable(Instant.parse("2026-03-01T08:00:00Z"));
    private final ScellementDeTest test = ScellementDeTest.ouvertCommeUnProcessus(horloge);
    private final Scellement scellement = test.scellement();
    private final CleEnregistrement cle = scellement.nouvelle(1);
    private final byte[] stocke = scellement.scelle(cle, FicheDeTest.TEXTE, Sealed.recu("Zoé"));

    /** Time as it passes in a running process: the upkeep has its turn every few seconds. */
    private void passe(Duration duree) {
        var pas = Duration.ofSeconds(5);
        for (var reste = duree; reste.compareTo(Duration.ZERO) > 0; reste = reste.minus(pas)) {
            horloge.avance(reste.compareTo(pas) < 0 ? reste : pas);
            test.trousseau.entretiens();
            test.trousseau.laisseExpirer();
        }
    }

    private void ouvre() {
        scellement.ouvre(TOUT, cle, FicheDeTest.TEXTE, stocke);
    }

    private void assertRienNeSOuvre() {
        assertThatThrownBy(this::ouvre).isInstanceOf(ClesIndisponibles.class);
        assertThatThrownBy(() -> scellement.scelle(cle, FicheDeTest.TEXTE, Sealed.recu("Zoé")))
                .isInstanceOf(ClesIndisponibles.class);
        assertThatThrownBy(() -> scellement.nouvelle(2)).isInstanceOf(ClesIndisponibles.class);
        assertThatThrownBy(() -> scellement.cle(1, 1, cle.enveloppe())).isInstanceOf(ClesIndisponibles.class);
        assertThatThrownBy(() -> test.index().empreinte(GenreIndex.INE, List.of(Sealed.recu("1"))))
                .isInstanceOf(ClesIndisponibles.class);
        assertThatThrownBy(() -> test.pseudonymes().id("lba", "Contrat", 1)).isInstanceOf(ClesIndisponibles.class);
    }

    @Test
    void aStartAsksTheHolderOnceForEachKey() {
        assertThat(test.detenteur.appels).hasValue(CLES);
    }

    @Test
    void keysAreRefreshedAtHalfTheirTimeAndNotBefore() {
        passe(Duration.ofMinutes(29));
        var avant = test.detenteur.appels.get();
        passe(Duration.ofMinutes(2));

        assertThat(avant).isEqualTo(CLES);
        assertThat(test.detenteur.appels).hasValue(2 * CLES);
    }

    @Test
    void openingAsksTheHolderNothing() {
        for (int i = 0; i < 1000; i++) {
            ouvre();
        }

        assertThat(test.detenteur.appels).hasValue(CLES);
    }

    @Test
    void withAHolderThatAnswersKeysServeForDays() {
        passe(Duration.ofDays(2));

        assertThatCode(this::ouvre).doesNotThrowAnyException();
    }

    @Test
    void outOfReachServesForAsLongAsAutonomyFromTheFirstFailure() {
        // Given: out of reach, which shows at the first refresh, after 30 minutes
        test.detenteur.horsDAtteinte = true;
        passe(Duration.ofMinutes(30));

        // When
        passe(Duration.ofMinutes(9).plusSeconds(50));

        // Then
        assertThatCode(this::ouvre).doesNotThrowAnyException();
    }

    @Test
    void outOfReachForLongerEverythingFailsClosed() {
        test.detenteur.horsDAtteinte = true;
        passe(Duration.ofMinutes(40).plusSeconds(10));

        assertRienNeSOuvre();
    }

    @Test
    void whenTheHolderIsBackKeysAreBack() {
        test.detenteur.horsDAtteinte = true;
        passe(Duration.ofHours(3));
        test.detenteur.horsDAtteinte = false;
        passe(Duration.ofSeconds(10));

        assertThatCode(this::ouvre).doesNotThrowAnyException();
    }

    @Test
    void anOutageThatEndedDoesNotShortenTheNextOne() {
        test.detenteur.horsDAtteinte = true;
        passe(Duration.ofMinutes(38));
        test.detenteur.horsDAtteinte = false;
        passe(Duration.ofMinutes(1));
        test.detenteur.horsDAtteinte = true;
        passe(Duration.ofMinutes(35));

        assertThatCode(this::ouvre).doesNotThrowAnyException();
    }

    @Test
    void aRefusalTakesKeysAtOnce() {
        test.detenteur.refusees.addAll(Set.of(CleMaitresse.values()));
        passe(Duration.ofMinutes(31));

        assertRienNeSOuvre();
    }

    @Test
    void aRefusalOfOneClassLeavesTheOthers() {
        // Given
        var sensible = scellement.scelle(cle, FicheDeTest.BOOLEEN, Sealed.recu(true));

        // When
        test.detenteur.refusees.add(CleMaitresse.IDENTITE);
        passe(Duration.ofMinutes(31));

        // Then
        assertThatThrownBy(this::ouvre).isInstanceOf(ClesIndisponibles.class).hasMessageContaining("IDENTITE");
        assertThat(scellement.ouvre(TOUT, cle, FicheDeTest.BOOLEEN, sensible)).isTrue();
    }

    @Test
    void aProcessNeverGivenAClassServesTheOthers() {
        // Given
        var sensible = scellement.scelle(cle, FicheDeTest.BOOLEEN, Sealed.recu(true));
        var detenteur = new DetenteurDeTest();
        detenteur.refusees.add(CleMaitresse.SENSIBLE);
        var trousseau = new Trousseau(detenteur, test.registre, horloge, ConfigDeTest.PAR_DEFAUT);

        // When
        trousseau.ouvre();
        var sansSensible = new Scelleur(trousseau);

        // Then
        assertThat(sansSensible.ouvre(TOUT, cle, FicheDeTest.TEXTE, stocke)).isEqualTo("Zoé");
        assertThatThrownBy(() -> sansSensible.ouvre(TOUT, cle, FicheDeTest.BOOLEEN, sensible))
                .isInstanceOf(ClesIndisponibles.class)
                .hasMessageContaining("SENSIBLE");
    }

    @Test
    void aStartWithoutHolderRecoversByItself() {
        // Given
        var detenteur = new DetenteurDeTest();
        detenteur.horsDAtteinte = true;
        var trousseau = new Trousseau(detenteur, test.registre, horloge, ConfigDeTest.PAR_DEFAUT);
        var ailleurs = new Scelleur(trousseau);
        trousseau.ouvre();
        assertThatThrownBy(() -> ailleurs.cle(1, 1, cle.enveloppe())).isInstanceOf(ClesIndisponibles.class);

        // When
        detenteur.horsDAtteinte = false;
        horloge.avance(Duration.ofSeconds(5));
        trousseau.entretiens();

        // Then
        assertThat(ailleurs.ouvre(TOUT, ailleurs.cle(1, 1, cle.enveloppe()), FicheDeTest.TEXTE, stocke))
                .isEqualTo("Zoé");
    }

    @Test
    void aHolderThatHangsKeepsNoKeyAliveBeyondItsTime() throws InterruptedException {
        // Given
        test.detenteur.bloque = new CountDownLatch(1);
        horloge.avance(Duration.ofMinutes(31));
        var entretien = new Thread(test.trousseau::entretiens);
        entretien.start();

        // When
        horloge.avance(Duration.ofMinutes(28));
        assertThatCode(this::ouvre).doesNotThrowAnyException();
        horloge.avance(Duration.ofMinutes(1));

        // Then
        assertRienNeSOuvre();
        test.detenteur.bloque.countDown();
        entretien.join();
        assertThatCode(this::ouvre).doesNotThrowAnyException();
    }

    @Test
    void aProcessThatSleptDoesNotWakeWithOldKeys() {
        test.detenteur.horsDAtteinte = true;
        horloge.avance(Duration.ofHours(2));
        test.trousseau.entretiens();

        assertRienNeSOuvre();
    }

    @Test
    void aVersionAnnouncedServesNewValuesOnlyOnceItIsActive() {
        // Given
        var dansUneMinute = horloge.instant().plus(Duration.ofMinutes(1));
        test.registre.inscris("IDENTITE", 2, DetenteurDeTest.enveloppe("IDENTITE", 2), 0, dansUneMinute);

        // When
        passe(Duration.ofSeconds(55));
        var avant = scellement.scelle(cle, FicheDeTest.TEXTE, Sealed.recu("Zoé"));
        passe(Duration.ofSeconds(5));
        var apres = scellement.scelle(cle, FicheDeTest.TEXTE, Sealed.recu("Zoé"));

        // Then
        assertThat(FormatV1.versionDeCle(avant)).isEqualTo(1);
        assertThat(FormatV1.versionDeCle(apres)).isEqualTo(2);
    }

    @Test
    void aHeldRecordKeyOpensNothingOnceKeysAreGone() {
        ouvre();
        test.detenteur.refusees.add(CleMaitresse.IDENTITE);
        passe(Duration.ofMinutes(31));

        assertThatThrownBy(this::ouvre).isInstanceOf(ClesIndisponibles.class).hasMessageContaining("refusée");
    }

    @Test
    void aHolderThatRefusesIsAskedLessAndLess() {
        // Given
        test.detenteur.refusees.add(CleMaitresse.IDENTITE);
        passe(Duration.ofMinutes(31));
        var avant = test.detenteur.appels.get();

        // When
        passe(Duration.ofMinutes(25));

        // Then: after 30 s, 1, 2, 4 minutes, then every 5
        assertThat(test.detenteur.appels.get() - avant).isLessThanOrEqualTo(8);

        // And: what an operator put right in the table is tried at once
        test.detenteur.refusees.clear();
        var cle = test.registre.lis().get(0);
        test.registre.retire(cle.genre(), 1);
        test.registre.inscris(cle.genre(), 1, DetenteurDeTest.enveloppe("autre", 1), 0);
        passe(Duration.ofSeconds(30));
        assertThat(test.trousseau.etats()).allMatch(EtatDeCle::presente);
    }

    @Test
    void aKeyWhoseEndHasComeIsToldAsSuchAtOnce() {
        test.detenteur.horsDAtteinte = true;
        passe(Duration.ofMinutes(31));
        horloge.avance(Duration.ofMinutes(10));

        assertThat(test.trousseau.etats())
                .allMatch(etat -> !etat.presente() && etat.reste() == 0)
                .allSatisfy(etat -> assertThat(etat.pourquoi()).contains("hors d'atteinte depuis trop longtemps"));
    }

    @Test
    void aDurationOfZeroIsRefused() {
        var config = new ConfigDeTest(Duration.ZERO, Duration.ofMinutes(10));

        assertThatThrownBy(() -> new Trousseau(test.detenteur, test.registre, horloge, config))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("bal.scellement.duree-en-memoire");
    }
}
