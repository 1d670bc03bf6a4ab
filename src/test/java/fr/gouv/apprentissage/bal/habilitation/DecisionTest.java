package fr.gouv.apprentissage.bal.habilitation;

import static fr.gouv.apprentissage.bal.habilitation.Acces.FILTRER;
import static fr.gouv.apprentissage.bal.habilitation.Acces.LIRE;
import static fr.gouv.apprentissage.bal.habilitation.Acces.TRIER;
import static fr.gouv.apprentissage.bal.habilitation.Masque.AUCUN;
import static fr.gouv.apprentissage.bal.habilitation.Masque.INITIALE;
import static fr.gouv.apprentissage.bal.habilitation.Octrois.JOUR;
import static fr.gouv.apprentissage.bal.habilitation.Octrois.octroi;
import static fr.gouv.apprentissage.bal.habilitation.Octrois.registre;
import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DecisionTest {

    private static final Coordonnee NOM = Coordonnee.lis("Personne.nom");

    @ParameterizedTest
    @EnumSource(Acces.class)
    void eachAccessIsGrantedWhereItIsNamedAndNowhereElse(Acces acces) {
        var decision = decision(registre(octroi("a").accorde("Personne.nom", AUCUN, acces)));

        assertThat(Acces.values())
                .allSatisfy(autre ->
                        assertThat(decision.verdict(NOM, autre).autorise()).isEqualTo(autre == acces));
    }

    @ParameterizedTest
    @CsvSource({"2025-12-31,false", "2026-01-01,true", "2026-12-31,true", "2027-01-01,false"})
    void firstAndLastDayAreIncluded(LocalDate jour, boolean accorde) {
        var registre = registre(octroi("a").accorde("Personne.nom", AUCUN, LIRE));

        var verdict = Decision.de(registre, "lba", Optional.of("rdv"), jour).verdict(NOM, LIRE);

        assertThat(verdict.autorise()).isEqualTo(accorde);
    }

    @Test
    void rightsAddUpEachWithItsMaskInTheOrderOfIds() {
        var registre = registre(
                octroi("b").accorde("Personne.nom", AUCUN, LIRE), octroi("a").accorde("Personne.nom", INITIALE, LIRE));

        var verdict = decision(registre).verdict(NOM, LIRE);

        assertThat(verdict.portees()).containsExactly(new Decision.Portee(0, INITIALE), new Decision.Portee(1, AUCUN));
        assertThat(verdict.moinsMasquee()).contains(new Decision.Portee(1, AUCUN));
    }

    @Test
    void aMaskIsForReadingAlone() {
        var verdict = decision(registre(octroi("a").accorde("Personne.nom", INITIALE, LIRE, TRIER)))
                .verdict(NOM, TRIER);

        assertThat(verdict.portees()).containsExactly(new Decision.Portee(0, AUCUN));
    }

    @Test
    void nothingIsGrantedWithoutPurpose() {
        var registre = registre(octroi("a").accorde("Personne.nom", AUCUN, LIRE));

        var verdict = Decision.de(registre, "lba", Optional.empty(), JOUR).verdict(NOM, LIRE);

        assertThat(verdict.motif()).contains(Motif.AUTRE_FINALITE);
    }

    @Test
    void anotherClientsHabilitationGrantsNothing() {
        var registre = registre(octroi("a").client("tdb").accorde("Personne.nom", AUCUN, LIRE));

        assertThat(decision(registre).verdict(NOM, LIRE).motif()).contains(Motif.AUCUN_DROIT);
    }

    @Test
    void theReasonNearestToBeingGrantedIsGiven() {
        var autreFinalite = octroi("e").pour("mesure").accorde("Personne.nom", AUCUN, LIRE);
        var aVenir = octroi("d").du(JOUR.plusDays(1), JOUR.plusDays(2)).accorde("Personne.nom", AUCUN, LIRE);
        var expiree = octroi("c").du(JOUR.minusDays(2), JOUR.minusDays(1)).accorde("Personne.nom", AUCUN, LIRE);
        var revoquee = octroi("b").revoque("fin de convention").accorde("Personne.nom", AUCUN, LIRE);
        var autreAcces = octroi("a").accorde("Personne.nom", AUCUN, FILTRER);

        assertThat(motif(registre())).isEqualTo(Motif.AUCUN_DROIT);
        assertThat(motif(registre(autreFinalite))).isEqualTo(Motif.AUTRE_FINALITE);
        assertThat(motif(registre(autreFinalite, aVenir))).isEqualTo(Motif.A_VENIR);
        assertThat(motif(registre(autreFinalite, aVenir, expiree))).isEqualTo(Motif.EXPIREE);
        assertThat(motif(registre(autreFinalite, aVenir, expiree, revoquee))).isEqualTo(Motif.REVOQUEE);
        assertThat(motif(registre(autreFinalite, aVenir, expiree, revoquee, autreAcces)))
                .isEqualTo(Motif.AUTRE_ACCES);
    }

    @Test
    void openingIsAuthorisedForWhatACoveringHabilitationGrantsToRead() {
        var registre = registre(
                octroi("a").accorde("Personne.nom", AUCUN, LIRE),
                octroi("b").accorde("Personne.ine", AUCUN, FILTRER).accorde("Personne.sexe", AUCUN, LIRE),
                octroi("c").accorde("Contrat.dateDebut", AUCUN, LIRE));
        var decision = decision(registre);

        var parLePremier = decision.autorisation(Catalogues.REEL, place -> place == 0);
        var parTous = decision.autorisation(Catalogues.REEL, place -> true);

        assertThat(numeros(parLePremier::couvre)).containsExactly(1);
        assertThat(parLePremier.motif()).isEqualTo("a");
        assertThat(numeros(parTous::couvre)).containsExactly(1, 4);
        assertThat(parTous.motif()).isEqualTo("a,b");
    }

    @Test
    void nothingIsAuthorisedWhereNoHabilitationCovers() {
        var decision = decision(registre(octroi("a").accorde("Personne.nom", AUCUN, LIRE)));

        var autorisation = decision.autorisation(Catalogues.REEL, place -> false);

        assertThat(numeros(autorisation::couvre)).isEmpty();
    }

    @Test
    void theSameInputsGiveEqualDecisions() {
        var un = octroi("a").accorde("Personne.nom", AUCUN, LIRE);
        var autre = octroi("b").accorde("Personne.ine", AUCUN, LIRE);

        assertThat(decision(registre(un, autre)))
                .isEqualTo(decision(registre(autre, un)))
                .isNotEqualTo(decision(registre(un)));
    }

    private static java.util.List<Integer> numeros(java.util.function.IntPredicate couvre) {
        return java.util.stream.IntStream.range(0, 300).filter(couvre).boxed().toList();
    }

    private static Motif motif(Registre registre) {
        return decision(registre).verdict(NOM, LIRE).motif().orElseThrow();
    }

    private static Decision decision(Registre registre) {
        return Decision.de(registre, "lba", Optional.of("rdv"), JOUR);
    }
}
