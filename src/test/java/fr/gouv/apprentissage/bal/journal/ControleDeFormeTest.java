package fr.gouv.apprentissage.bal.journal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ControleDeFormeTest {

    private static final byte[] EMPREINTE = new byte[32];

    private static Divulgation avec(
            String client,
            Optional<String> agent,
            List<String> habilitations,
            byte[] empreinte,
            List<String> coordonnees) {
        return new Divulgation(
                client,
                agent,
                Optional.empty(),
                habilitations,
                empreinte,
                Optional.empty(),
                coordonnees,
                List.of(),
                List.of(),
                1,
                Optional.empty(),
                0);
    }

    static Stream<Divulgation> malFormees() {
        var agent = Optional.<String>empty();
        return Stream.of(
                avec("", agent, List.of(), EMPREINTE, List.of()),
                avec("é".repeat(201), agent, List.of(), EMPREINTE, List.of()),
                avec("lba\u0000", agent, List.of(), EMPREINTE, List.of()),
                avec("lba\ud800", agent, List.of(), EMPREINTE, List.of()),
                avec("lba", Optional.of("a\nb"), List.of(), EMPREINTE, List.of()),
                avec("lba", agent, List.of(""), EMPREINTE, List.of()),
                avec("lba", agent, List.of(), new byte[31], List.of()),
                avec("lba", agent, List.of(), EMPREINTE, List.of("Personne.nom = 'Dupont'")),
                avec("lba", agent, List.of(), EMPREINTE, List.of("nom")));
    }

    @ParameterizedTest
    @MethodSource("malFormees")
    void an_entry_that_no_table_could_hold_is_refused_without_a_value_in_the_message(Divulgation malFormee) {
        assertThatThrownBy(() -> ControleDeForme.verifie(malFormee))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("entrée de journal mal formée : [a-zA-Z]+");
    }

    @Test
    void texts_of_the_longest_length_pass() {
        var extreme = avec(
                "𝒜".repeat(200),
                Optional.of("é".repeat(200)),
                List.of(),
                EMPREINTE,
                List.of("ContratConnection.totalCount"));

        assertThatCode(() -> ControleDeForme.verifie(extreme)).doesNotThrowAnyException();
    }
}
