package fr.gouv.apprentissage.bal.passerelle.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who a token speaks for, by the claims that providers put into it (Keycloak's as 26.7.3 gave them). */
class RevendicationsTest {

    private static final List<String> PREUVES = List.of("sid", "auth_time", "amr", "preferred_username");
    private static final String UUID = "1639bd96-e701-4f7d-997e-c84774b85aff";

    static Stream<Map<String, ?>> duClient() {
        return Stream.of(
                // Keycloak, by default
                Map.of(
                        "sub",
                        UUID,
                        "acr",
                        "1",
                        "clientHost",
                        "127.0.0.1",
                        "preferred_username",
                        "service-account-lba",
                        "client_id",
                        "lba"),
                // a session of its own, for refresh tokens
                Map.of("sub", UUID, "sid", "XAzRvhWmoDLkcMUF", "preferred_username", "service-account-lba"),
                // without any scope
                Map.of("sub", UUID, "clientHost", "127.0.0.1"),
                Map.of("sub", UUID, "clientAddress", "127.0.0.1"),
                Map.of("sub", "lba"),
                Map.of("sub", "0oa7", "client_id", "0oa7"),
                Map.of("sub", "lba@clients", "gty", "client-credentials"),
                Map.of("sub", UUID, "gty", "client-credentials"),
                Map.of("sub", UUID, "idtyp", "app"),
                Map.of());
    }

    @ParameterizedTest
    @MethodSource("duClient")
    void whoeverProvidesItATokenOfTheClientAloneNamesNobody(Map<String, ?> jeton) {
        assertThat(de(jeton).agent("lba")).isEmpty();
    }

    static Stream<Map<String, ?>> dUnePersonne() {
        return Stream.of(
                Map.of("sub", UUID, "sid", "ngW_BxeTWrKUJoQYPesV", "acr", "1", "preferred_username", "awa"),
                Map.of("sub", UUID, "sid", "ngW_BxeTWrKUJoQYPesV"),
                Map.of("sub", UUID, "auth_time", 1_795_418_321L, "client_id", "lba"),
                Map.of("sub", UUID, "amr", List.of("pwd")),
                // who chose the name of another client's account is a person still
                Map.of("sub", UUID, "preferred_username", "service-account-tdb"));
    }

    @ParameterizedTest
    @MethodSource("dUnePersonne")
    void aTokenThatShowsALoginIsAPersons(Map<String, ?> jeton) {
        assertThat(de(jeton).agent("lba")).contains(UUID);
        assertThat(de(jeton).prouve(PREUVES)).isTrue();
    }

    static Stream<Map<String, ?>> dOnNeSaitQui() {
        return Stream.of(
                Map.of("sub", UUID),
                Map.of("sub", UUID, "client_id", "lba"),
                Map.of("sub", UUID, "amr", List.of()),
                Map.of("sub", UUID, "auth_time", 0L),
                Map.of("sub", UUID, "sid", " "));
    }

    @ParameterizedTest
    @MethodSource("dOnNeSaitQui")
    void aTokenThatShowsNeitherIsWrittenDownAndIsNoProvenPerson(Map<String, ?> jeton) {
        assertThat(de(jeton).agent("lba")).contains(UUID);
        assertThat(de(jeton).prouve(PREUVES)).isFalse();
    }

    @Test
    void whereTheSubjectAloneIsSaidToProveAPersonItDoes() {
        assertThat(de(Map.of("sub", UUID)).prouve(List.of("sub"))).isTrue();
    }

    private static Revendications de(Map<String, ?> jeton) {
        var revendications = new JwtClaims();
        var toutes = new HashMap<String, Object>(jeton);
        toutes.put("azp", "lba");
        toutes.forEach(revendications::setClaim);
        return new Revendications(new OidcJwtCallerPrincipal(revendications, null));
    }
}
