package fr.gouv.apprentissage.bal.referentiel.chargement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LecteurDeTexteTest {

    @Property
    void utf8IsReadAsItIs(@ForAll("francais") String texte) throws IOException {
        assertThat(lis(texte.getBytes(StandardCharsets.UTF_8))).isEqualTo(texte);
    }

    @Property
    void latin1IsReadAsItIs(@ForAll("francais") String texte) throws IOException {
        assertThat(lis(texte.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(texte);
    }

    @Property
    void aBomIsNoPartOfTheText(@ForAll("francais") String texte) throws IOException {
        assertThat(lis(("\uFEFF" + texte).getBytes(StandardCharsets.UTF_8))).isEqualTo(texte);
    }

    @Example
    void anAccentFarFromTheStartStillDecides() throws IOException {
        var texte = "a".repeat(200_000) + "Élevage";

        assertThat(lis(texte.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(texte);
    }

    @Example
    void theLettersOfWindowsAreRead() throws IOException {
        assertThat(lis("Cœur d’élève".getBytes(Charset.forName("windows-1252"))))
                .isEqualTo("Cœur d’élève");
    }

    @Example
    void anotherEncodingAfterABomIsRefused() {
        var octets = new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a', (byte) 0xE9, 'b'};

        assertThatThrownBy(() -> lis(octets)).isInstanceOf(MalformedInputException.class);
    }

    /** Words in which an accent is followed by a letter, a blank or nothing, as in French. */
    @Provide
    Arbitrary<String> francais() {
        return Arbitraries.of("école", "Bagé-le-Châtel", "forêt", "côté", "a", "ÉLEVAGE", "\n", ";", "né", "naïf", "")
                .list()
                .ofMaxSize(30)
                .map(mots -> String.join(" ", mots));
    }

    private static String lis(byte[] octets) throws IOException {
        try (var lecteur = new LecteurDeTexte(new ByteArrayInputStream(octets))) {
            var texte = new StringBuilder();
            for (int c = lecteur.read(); c >= 0; c = lecteur.read()) {
                texte.append((char) c);
            }
            return texte.toString();
        }
    }
}
