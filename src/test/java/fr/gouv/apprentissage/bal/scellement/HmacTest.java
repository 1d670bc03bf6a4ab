package fr.gouv.apprentissage.bal.scellement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HmacTest {

    private static final String JEFE = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

    /** RFC 4231, those of its cases whose key is no longer than a block. */
    static Stream<Arguments> vecteurs() {
        return Stream.of(
                Arguments.of(
                        octets(0x0b, 20),
                        ascii("Hi There"),
                        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
                Arguments.of(ascii("Jefe"), ascii("what do ya want for nothing?"), JEFE),
                Arguments.of(
                        octets(0xaa, 20),
                        octets(0xdd, 50),
                        "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"));
    }

    @ParameterizedTest
    @MethodSource("vecteurs")
    void theVectorsOfRfc4231Hold(byte[] cle, byte[] message, String attendu) {
        assertThat(Hmac.durable(cle).de(message)).asHexString().isEqualToIgnoringCase(attendu);
        assertThat(Hmac.passager(cle).de(message)).asHexString().isEqualToIgnoringCase(attendu);
    }

    @Property(tries = 200)
    void itIsWhatTheJdkComputes(@ForAll @Size(min = 1, max = 64) byte[] cle, @ForAll byte[] debut, @ForAll byte[] fin)
            throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(cle, "HmacSHA256"));
        mac.update(debut);

        assertThat(Hmac.durable(cle).de(debut, fin)).isEqualTo(mac.doFinal(fin));
    }

    @Test
    void manyThreadsMayUseOneAtOnce() {
        var hmac = Hmac.durable(ascii("Jefe"));

        var differents = IntStream.range(0, 20_000)
                .parallel()
                .filter(i -> !HexFormat.of()
                        .formatHex(hmac.de(ascii("what do ya want "), ascii("for nothing?")))
                        .equals(JEFE))
                .count();

        assertThat(differents).isZero();
    }

    @Test
    void aKeyLongerThanABlockIsNotTaken() {
        assertThatThrownBy(() -> Hmac.durable(new byte[65])).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] ascii(String texte) {
        return texte.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] octets(int valeur, int combien) {
        var octets = new byte[combien];
        Arrays.fill(octets, (byte) valeur);
        return octets;
    }
}
