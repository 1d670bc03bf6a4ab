package fr.gouv.apprentissage.bal.passerelle.erreur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.declaration.ArgumentInvalide;
import fr.gouv.apprentissage.bal.declaration.CurseurInvalide;
import fr.gouv.apprentissage.bal.identifiant.IdentifiantInvalide;
import fr.gouv.apprentissage.bal.journal.JournalIndisponible;
import fr.gouv.apprentissage.bal.scellement.ClesIndisponibles;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DefaillanceTest {
    static Stream<Arguments> pannes() {
        return Stream.of(
                Arguments.of(new CurseurInvalide(), CodeErreur.CURSEUR_INVALIDE),
                Arguments.of(new IdentifiantInvalide("SIRET", "la clé est fausse"), CodeErreur.VALEUR_INVALIDE),
                Arguments.of(new ClesIndisponibles("scellé"), CodeErreur.CLES_INDISPONIBLES),
                Arguments.of(
                        new JournalIndisponible(new PgException("x", "ERROR", "42P01", "")),
                        CodeErreur.JOURNAL_INDISPONIBLE),
                Arguments.of(new PgException("x", "ERROR", "42P01", ""), CodeErreur.BASE_INDISPONIBLE),
                Arguments.of(new PgException("x", "ERROR", "22021", ""), CodeErreur.VALEUR_INVALIDE),
                Arguments.of(new PgException("x", "ERROR", "22008", ""), CodeErreur.VALEUR_INVALIDE),
                Arguments.of(new PgException("x", "ERROR", "22012", ""), CodeErreur.BASE_INDISPONIBLE),
                Arguments.of(new PgException("x", "ERROR", null, ""), CodeErreur.BASE_INDISPONIBLE),
                Arguments.of(ClosedConnectionException.INSTANCE, CodeErreur.BASE_INDISPONIBLE),
                Arguments.of(new ConnectException("x"), CodeErreur.BASE_INDISPONIBLE),
                Arguments.of(new TimeoutException(), CodeErreur.BASE_INDISPONIBLE),
                Arguments.of(new IllegalStateException("x"), CodeErreur.ERREUR_INTERNE));
    }

    @ParameterizedTest
    @MethodSource("pannes")
    void eachFailureHasItsCodeHoweverItIsWrapped(Exception panne, CodeErreur code) {
        assertThat(Defaillance.erreur(new CompletionException(panne)).code()).isEqualTo(code);
    }

    @Test
    void aWrongArgumentIsNamed() {
        var erreur = Defaillance.erreur(new ArgumentInvalide("first", "entre 0 et 200"));

        assertThat(erreur.code()).isEqualTo(CodeErreur.VALEUR_INVALIDE);
        assertThat(erreur.message()).isEqualTo("entre 0 et 200");
        assertThat(erreur.extensions()).isEqualTo(Map.of("argument", "first"));
    }

    @Test
    void theMessageOfAFailureOfOursStaysInside() {
        assertThat(Defaillance.erreur(new IllegalStateException("Perceval")).message())
                .doesNotContain("Perceval");
    }
}
