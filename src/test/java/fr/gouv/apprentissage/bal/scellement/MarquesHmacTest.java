package fr.gouv.apprentissage.bal.scellement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.apprentissage.bal.identifiant.Pliage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** By what erased persons are recognised. */
class MarquesHmacTest {

    private final HorlogeReglable horloge = new HorlogeReglable(Instant.parse("2026-01-01T00:00:00Z"));
    private final ScellementDeTest test = ScellementDeTest.ouvert(horloge);
    private final MarquesDeSuppression marques = test.marques();

    @Test
    void a_name_is_recognised_however_it_is_written() {
        assertThat(identite("D'HEROUVILLE LE", null).cle())
                .isEqualTo(identite("d’Hérouville-Lê", null).cle())
                .isNotEqualTo(identite("Hérouville", null).cle());
    }

    @Test
    void kinds_of_the_same_parts_do_not_meet() {
        List<Sealed<?>> parties = List.of(Sealed.recu(List.of("Zoé")), Sealed.recu("+33612345678"));

        assertThat(marques.marques(GenreMarque.PRENOMS_COURRIEL, parties, null, null)
                        .get(0)
                        .empreinte())
                .isNotEqualTo(marques.marques(GenreMarque.PRENOMS_TELEPHONE, parties, null, null)
                        .get(0)
                        .empreinte());
    }

    @Test
    void a_mark_tells_nothing_to_who_has_the_blind_indexes_of_the_same_identity() {
        List<Sealed<?>> parties = parties("Zoé");

        assertThat(marques.marques(GenreMarque.IDENTITE, parties, null, null)
                        .get(0)
                        .empreinte())
                .isNotEqualTo(test.index().empreinte(GenreIndex.IDENTITE, parties));
    }

    @Test
    void a_homonym_is_contradicted_by_what_both_know_alone() {
        var femme = identite("Zoé", "F");

        assertThat(femme.contredit(identite("Zoé", "M"))).isTrue();
        assertThat(femme.contredit(identite("Zoé", "F"))).isFalse();
        assertThat(femme.contredit(identite("Zoé", null))).isFalse();
        assertThat(femme.tranche(identite("Zoé", null))).isFalse();
        assertThat(identite("Zoé", null).tranche(femme)).isTrue();
    }

    @Test
    void a_stored_value_gives_the_mark_that_it_gave_when_it_was_received() {
        // Given
        var cle = test.scellement().nouvelle(1);
        var stocke = test.scellement().scelle(cle, FicheDeTest.TEXTE, Sealed.recu("Zoé"));
        var autorisation = Autorisation.deTraitement(Traitement.EFFACEMENT, Set.of(FicheDeTest.TEXTE.numero()));

        // When
        var reprise = test.scellement().relis(autorisation, cle, FicheDeTest.TEXTE, stocke);

        // Then
        assertThat(marques.marques(GenreMarque.INE, List.of(reprise), null, null)
                        .get(0)
                        .cle())
                .isEqualTo(marques.marques(GenreMarque.INE, List.of(Sealed.recu("Zoé")), null, null)
                        .get(0)
                        .cle());
        assertThatThrownBy(() -> test.scellement()
                        .relis(
                                Autorisation.deTraitement(Traitement.EFFACEMENT, Set.of()),
                                cle,
                                FicheDeTest.TEXTE,
                                stocke))
                .isInstanceOf(SecurityException.class);
    }

    @Test
    void marks_outlive_the_indexes_and_are_asked_under_every_version_of_their_key() {
        // Given
        var avant = identite("Zoé", null);
        ScellementDeTest.inscris(test.registre, "SUPPRESSION", 2);
        test.registre.retire("INDEX:IDENTITE", 1);
        horloge.avance(Duration.ofMinutes(1));
        test.trousseau.entretiens();

        // When
        var apres = marques.marques(GenreMarque.IDENTITE, parties("Zoé"), null, null);

        // Then
        assertThat(apres).extracting(Marque::version).containsExactly(2, 1);
        assertThat(apres.get(1).cle()).isEqualTo(avant.cle());
    }

    @Test
    void marks_that_this_program_cannot_fold_let_nobody_pass() {
        test.registre.inscris("SUPPRESSION", 2, DetenteurDeTest.enveloppe("SUPPRESSION", 2), Pliage.VERSION + 1);
        horloge.avance(Duration.ofMinutes(1));
        test.trousseau.entretiens();

        assertThatThrownBy(() -> identite("Zoé", null)).isInstanceOf(ClesIndisponibles.class);
    }

    @Test
    void a_part_that_is_missing_is_refused() {
        assertThatThrownBy(() ->
                        marques.marques(GenreMarque.INE_NAISSANCE, Arrays.asList(Sealed.recu("1"), null), null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Marque identite(String nom, String sexe) {
        return marques.marques(GenreMarque.IDENTITE, parties(nom), sexe == null ? null : Sealed.recu(sexe), null)
                .get(0);
    }

    private static List<Sealed<?>> parties(String nom) {
        return List.of(Sealed.recu(nom), Sealed.recu(List.of("Zoé")), Sealed.recu(LocalDate.of(2006, 2, 28)));
    }
}
