package fr.gouv.apprentissage.bal.personne;

import static fr.gouv.apprentissage.bal.scellement.GenreIndex.CONTRAT_PRENOMS;
import static fr.gouv.apprentissage.bal.scellement.GenreIndex.IDENTITE;
import static fr.gouv.apprentissage.bal.scellement.GenreIndex.IDENTITE_PREMIER_PRENOM;
import static fr.gouv.apprentissage.bal.scellement.GenreIndex.INE_NAISSANCE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.scellement.GenreIndex;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AppariementTest {

    private final AtomicLong personnes = new AtomicLong(100);
    private final Appariement vierge = appariement(List.of(), Map.of(), Map.of());

    @Test
    void a_record_that_nobody_resembles_is_of_a_new_person() {
        assertThat(vierge.apparie(1, "DECA", List.of(trace(IDENTITE, "dupont"))))
                .isEqualTo(new Appariement.Resultat(101, false));
    }

    @Test
    void a_record_that_was_just_matched_counts_for_the_next() {
        var premiere = vierge.apparie(1, "DECA", List.of(trace(IDENTITE, "dupont")));

        assertThat(vierge.apparie(2, "DECA", List.of(trace(IDENTITE, "dupont"))))
                .isEqualTo(premiere);
    }

    @Test
    void the_first_rule_that_finds_somebody_holds() {
        var appariement = appariement(
                List.of(
                        temoin(1, trace(CONTRAT_PRENOMS, "c1")),
                        temoin(2, trace(IDENTITE, "dupont")),
                        temoin(3, trace(INE_NAISSANCE, "i1"))),
                Map.of(1L, 11L, 2L, 12L, 3L, 13L),
                Map.of());

        var resultat = appariement.apparie(
                9,
                "DECA",
                List.of(trace(IDENTITE, "dupont"), trace(CONTRAT_PRENOMS, "c1"), trace(INE_NAISSANCE, "i1")));

        assertThat(resultat.personne()).isEqualTo(13);
    }

    @Test
    void when_all_whom_a_rule_found_contradict_no_further_rule_is_tried() {
        var appariement = appariement(
                List.of(temoin(1, trace(CONTRAT_PRENOMS, "c1", "F")), temoin(2, trace(IDENTITE, "dupont", "M"))),
                Map.of(1L, 11L, 2L, 12L),
                Map.of());

        var resultat = appariement.apparie(
                9, "DECA", List.of(trace(CONTRAT_PRENOMS, "c1", "M"), trace(IDENTITE, "dupont", "M")));

        assertThat(resultat).isEqualTo(new Appariement.Resultat(101, false));
    }

    @Test
    void a_person_one_of_whose_records_contradicts_is_no_candidate() {
        var appariement = appariement(
                List.of(temoin(1, trace(IDENTITE, "dupont")), temoin(2, trace(IDENTITE, "dupont", "F"))),
                Map.of(1L, 11L, 2L, 11L),
                Map.of());

        assertThat(appariement
                        .apparie(9, "DECA", List.of(trace(IDENTITE, "dupont", "M")))
                        .personne())
                .isEqualTo(101);
    }

    @Test
    void what_is_unknown_contradicts_nothing() {
        var appariement = appariement(List.of(temoin(1, trace(IDENTITE, "dupont", "F"))), Map.of(1L, 11L), Map.of());

        assertThat(appariement
                        .apparie(9, "DECA", List.of(trace(IDENTITE, "dupont")))
                        .personne())
                .isEqualTo(11);
    }

    @Test
    void several_persons_left_make_a_new_one_and_are_told() {
        var appariement = appariement(
                List.of(temoin(1, trace(IDENTITE, "dupont", "F")), temoin(2, trace(IDENTITE, "dupont", "M"))),
                Map.of(1L, 11L, 2L, 12L),
                Map.of());

        assertThat(appariement.apparie(9, "DECA", List.of(trace(IDENTITE, "dupont"))))
                .isEqualTo(new Appariement.Resultat(101, true));
    }

    @Test
    void a_first_name_alone_is_enough_between_two_sources_only() {
        var autreSource = new Temoin(1, "AFFELNET", trace(IDENTITE_PREMIER_PRENOM, "dupont ana"));
        var memeSource = new Temoin(2, "DECA", trace(IDENTITE_PREMIER_PRENOM, "dupont ana"));
        var appariement = appariement(List.of(autreSource, memeSource), Map.of(1L, 11L, 2L, 12L), Map.of());

        assertThat(appariement
                        .apparie(9, "DECA", List.of(trace(IDENTITE_PREMIER_PRENOM, "dupont ana")))
                        .personne())
                .isEqualTo(11);
    }

    @Test
    void two_sources_that_both_give_several_first_names_are_compared_whole() {
        var plusieurs = new Trace(IDENTITE_PREMIER_PRENOM, 1, octets("dupont ana"), null, null, false);
        var appariement = appariement(List.of(new Temoin(1, "AFFELNET", plusieurs)), Map.of(1L, 11L), Map.of());

        assertThat(appariement.apparie(9, "DECA", List.of(plusieurs)).personne())
                .isEqualTo(101);
    }

    @Test
    void a_record_whose_surname_changed_keeps_its_person() {
        var appariement = appariement(
                List.of(temoin(1, trace(CONTRAT_PRENOMS, "c1")), temoin(2, trace(IDENTITE, "martin"))),
                Map.of(1L, 11L, 2L, 12L),
                Map.of(11L, 3));

        var resultat = appariement.apparie(1, "DECA", List.of(trace(CONTRAT_PRENOMS, "c1"), trace(IDENTITE, "martin")));

        assertThat(resultat.personne()).isEqualTo(11);
    }

    @Test
    void a_record_never_contradicts_itself() {
        var appariement =
                appariement(List.of(temoin(1, trace(CONTRAT_PRENOMS, "c1", "F"))), Map.of(1L, 11L), Map.of(11L, 1));

        assertThat(appariement
                        .apparie(1, "DECA", List.of(trace(CONTRAT_PRENOMS, "c1", "M")))
                        .personne())
                .isEqualTo(11);
    }

    @Test
    void who_leaves_a_person_empty_lets_the_next_one_answer_for_it() {
        var appariement = appariement(
                List.of(temoin(1, trace(IDENTITE, "avant")), temoin(2, trace(IDENTITE, "apres"))),
                Map.of(1L, 11L, 2L, 12L),
                Map.of(11L, 1));

        appariement.apparie(1, "DECA", List.of(trace(IDENTITE, "apres")));

        assertThat(appariement.remplacees()).containsExactly(Map.entry(11L, 12L));
    }

    @Test
    void who_leaves_others_behind_makes_nobody_answer() {
        var appariement = appariement(List.of(temoin(1, trace(IDENTITE, "avant"))), Map.of(1L, 11L), Map.of(11L, 2));

        assertThat(appariement
                        .apparie(1, "DECA", List.of(trace(IDENTITE, "apres")))
                        .personne())
                .isEqualTo(101);
        assertThat(appariement.remplacees()).isEmpty();
    }

    private Appariement appariement(List<Temoin> temoins, Map<Long, Long> connues, Map<Long, Integer> tailles) {
        return new Appariement(temoins, connues, tailles, personnes::incrementAndGet);
    }

    private static Temoin temoin(long enregistrement, Trace trace) {
        return new Temoin(enregistrement, "DECA", trace);
    }

    private static Trace trace(GenreIndex genre, String identite) {
        return new Trace(genre, 1, octets(identite), null, null, true);
    }

    private static Trace trace(GenreIndex genre, String identite, String sexe) {
        return new Trace(genre, 1, octets(identite), octets(identite + sexe), null, true);
    }

    private static byte[] octets(String texte) {
        return texte.getBytes(StandardCharsets.UTF_8);
    }
}
