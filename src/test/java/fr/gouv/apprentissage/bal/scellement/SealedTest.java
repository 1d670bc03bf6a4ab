package fr.gouv.apprentissage.bal.scellement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import jakarta.json.bind.JsonbBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SealedTest {

    private static final String VALEUR = "Ermeline-Quatrevaux";

    /** As a row of an upper room would hold it. */
    public record Ligne(String id, Sealed<String> nom) implements Serializable {}

    static Stream<Sealed<String>> scelles() {
        return Stream.of(Sealed.recu(VALEUR), Sealed.stocke(VALEUR.getBytes()));
    }

    @ParameterizedTest
    @MethodSource("scelles")
    void textShowsNothing(Sealed<String> scelle) {
        assertThat(new Ligne("1", scelle)).hasToString("Ligne[id=1, nom=scellé]");
    }

    @ParameterizedTest
    @MethodSource("scelles")
    void jacksonRefuses(Sealed<String> scelle) {
        assertThatThrownBy(() -> new ObjectMapper().writeValueAsString(new Ligne("1", scelle)))
                .isInstanceOf(InvalidDefinitionException.class);
    }

    @ParameterizedTest
    @MethodSource("scelles")
    void jacksonThatReadsPrivateFieldsShowsNothing(Sealed<String> scelle) throws IOException {
        var curieux = new ObjectMapper()
                .setVisibility(PropertyAccessor.ALL, Visibility.ANY)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);

        assertThat(curieux.writeValueAsString(new Ligne("1", scelle))).isEqualTo("{\"id\":\"1\",\"nom\":{}}");
    }

    @ParameterizedTest
    @MethodSource("scelles")
    void jsonbShowsNothing(Sealed<String> scelle) throws Exception {
        try (var jsonb = JsonbBuilder.create()) {
            assertThat(jsonb.toJson(new Ligne("1", scelle))).isEqualTo("{\"id\":\"1\",\"nom\":{}}");
        }
    }

    @ParameterizedTest
    @MethodSource("scelles")
    void javaSerialisationRefuses(Sealed<String> scelle) {
        assertThatThrownBy(
                        () -> new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(new Ligne("1", scelle)))
                .isInstanceOf(NotSerializableException.class);
    }

    @Test
    void itHasNoAccessor() {
        var publiques = Arrays.stream(Sealed.class.getMethods()).filter(m -> !Modifier.isStatic(m.getModifiers()));

        assertThat(publiques.map(Method::getName)).isEmpty();
    }
}
