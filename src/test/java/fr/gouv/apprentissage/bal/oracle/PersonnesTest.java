package fr.gouv.apprentissage.bal.oracle;

import static fr.gouv.apprentissage.bal.oracle.Lignes.J1;
import static fr.gouv.apprentissage.bal.oracle.Lignes.J2;
import static fr.gouv.apprentissage.bal.oracle.Lignes.J3;
import static fr.gouv.apprentissage.bal.oracle.Lignes.attendu;
import static fr.gouv.apprentissage.bal.oracle.Lignes.ligne;
import static fr.gouv.apprentissage.bal.oracle.Lignes.tba;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Contracts A, B, C… and the people they speak of. */
class PersonnesTest {

    @Test
    void the_same_folded_identity_is_the_same_person() {
        var attendu = attendu(tba(
                J1,
                ligne("A", "D\\u0027Âme-Bé", "Ana Lou", "", ""),
                ligne("B", "D’AME BE", "ANA-LOU", "", ""),
                ligne("C", "Dam", "Ana Lou", "", "")));

        assertThat(groupes(attendu)).containsExactlyInAnyOrder(Set.of("A", "B"), Set.of("C"));
    }

    @Test
    void first_names_are_compared_whole() {
        var attendu = attendu(tba(J1, ligne("A", "Bé", "Ana", "", ""), ligne("B", "Bé", "Ana Lou", "", "")));

        assertThat(groupes(attendu)).containsExactlyInAnyOrder(Set.of("A"), Set.of("B"));
    }

    @Test
    void who_contradicts_in_sexe_or_departement_of_birth_is_another() {
        var attendu = attendu(tba(
                J1,
                ligne("A", "'sexe':'F','departementNaissance':'35'", ""),
                ligne("B", "'sexe':'M','departementNaissance':'35'", ""),
                ligne("C", "'sexe':'F','departementNaissance':'22'", ""),
                ligne("D", "'sexe':'F','departementNaissance':'35'", "")));

        assertThat(groupes(attendu)).containsExactlyInAnyOrder(Set.of("A", "D"), Set.of("B"), Set.of("C"));
        assertThat(attendu.signalements("PERSONNE_AMBIGUE")).isZero();
    }

    @Test
    void several_candidates_make_a_new_person_and_are_counted() {
        var attendu = attendu(tba(J1, ligne("A", "'sexe':'F'", ""), ligne("B", "'sexe':'M'", ""), ligne("C", "", "")));

        assertThat(groupes(attendu)).containsExactlyInAnyOrder(Set.of("A"), Set.of("B"), Set.of("C"));
        assertThat(attendu.signalements("PERSONNE_AMBIGUE")).isEqualTo(1);
    }

    @Test
    void a_contract_of_the_same_number_and_first_names_is_the_same_person_under_another_surname() {
        var attendu =
                attendu(tba(J1, ligne("A", "Bé", "Ana", "", ""), ligne("A", "Zed", "Ana", "", "'noAvenant':'1'")));

        assertThat(groupes(attendu)).containsExactly(Set.of("A", "A/1"));
    }

    @Test
    void the_number_goes_before_the_name() {
        var attendu = attendu(tba(
                J1,
                ligne("A", "Bé", "Ana", "'sexe':'F'", ""),
                ligne("B", "Zed", "Ana", "'sexe':'F'", ""),
                ligne("A", "Zed", "Ana", "'sexe':'F'", "'noAvenant':'1'")));

        assertThat(groupes(attendu)).containsExactlyInAnyOrder(Set.of("A", "A/1"), Set.of("B"));
    }

    @Test
    void a_changed_surname_keeps_its_person() {
        var attendu = attendu(
                tba(J1, ligne("A", "Bé", "Ana", "", ""), ligne("B", "Bé", "Ana", "", "")),
                tba(J2, ligne("A", "Zed", "Ana", "", "")),
                tba(J3, ligne("C", "Zed", "Ana", "", "")));

        assertThat(groupes(attendu)).containsExactly(Set.of("A", "B", "C"));
    }

    @Test
    void changed_first_names_are_matched_anew() {
        var attendu = attendu(
                tba(
                        J1,
                        ligne("A", "Bé", "Ana", "", ""),
                        ligne("B", "Bé", "Ana", "", ""),
                        ligne("C", "Bé", "Lou", "", "")),
                tba(J2, ligne("A", "Bé", "Lou", "", "")));

        assertThat(groupes(attendu)).containsExactlyInAnyOrder(Set.of("A", "C"), Set.of("B"));
    }

    @Test
    void what_does_not_match_does_not_move_a_record() {
        var attendu = attendu(
                tba(J1, ligne("A", "'sexe':'F'", ""), ligne("B", "", "")), tba(J2, ligne("B", "'sexe':'M'", "")));

        assertThat(groupes(attendu)).containsExactly(Set.of("A", "B"));
    }

    private static Set<Set<String>> groupes(Attendu attendu) {
        return attendu.personnes().stream()
                .map(p -> p.stream()
                        .map(c -> c.avenant().isEmpty() ? c.numero() : c.numero() + "/" + c.avenant())
                        .collect(Collectors.toSet()))
                .collect(Collectors.toSet());
    }
}
