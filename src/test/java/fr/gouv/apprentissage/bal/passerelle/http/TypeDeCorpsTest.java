package fr.gouv.apprentissage.bal.passerelle.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypeDeCorpsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON ; Charset = \"UTF-8\"",
                "application/json; profile=x; charset=utf-8",
                "application/json, application/json",
                "application/json,application/json; charset=utf-8"
            })
    void jsonInUtf8IsRead(String entete) {
        assertThat(TypeDeCorps.estLu(entete)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                ",",
                "application/json,",
                "text/plain",
                "application/jsonp",
                "application/graphql",
                "application/json, text/plain",
                "text/plain, application/json",
                "application/json; charset=iso-8859-1",
                "application/json; charset",
                "application/json, application/json; charset=iso-8859-1"
            })
    void nothingElseIs(String entete) {
        assertThat(TypeDeCorps.estLu(entete)).isFalse();
    }
}
