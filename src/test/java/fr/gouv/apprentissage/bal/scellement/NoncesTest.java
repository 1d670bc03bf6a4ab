package fr.gouv.apprentissage.bal.scellement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("attaque29")
class NoncesTest {

    @Test
    void noNonceIsGivenTwiceWhateverThreadsAsk() {
        // Given
        var nonces = Nonces.parLots();
        var tires = ConcurrentHashMap.<ByteBuffer>newKeySet();
        var combien = 100_000;

        // When
        IntStream.range(0, combien).parallel().forEach(i -> {
            var nonce = new byte[Moteurs.NONCE];
            nonces.tire(nonce, 0);
            tires.add(ByteBuffer.wrap(nonce));
        });

        // Then
        assertThat(tires).hasSize(combien);
    }

    @Test
    void aNonceIsWrittenInItsPlaceAndNowhereElse() {
        var octets = new byte[Moteurs.NONCE + 2];

        new Nonces(new HasardCompte(), 1).tire(octets, 1);

        assertThat(octets).containsExactly(0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 0);
    }
}
