package fr.gouv.apprentissage.bal.connecteur.opco.fichier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.embarque.generateur.ContactsDemo;
import fr.gouv.apprentissage.bal.embarque.generateur.EntreprisesDemo;
import fr.gouv.apprentissage.bal.ingestion.SourceRefusee;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in a file: rows are counted, and what is refused is refused in words of ours. */
class FichiersPropertiesTest {

    private static final byte[] CLASSEUR = new ContactsDemo(new EntreprisesDemo(7)).akto();
    private static final String BONNE = "13002526500013;bonne@un.example";

    @Property(tries = 400)
    void a_good_row_is_read_between_any_others(@ForAll("rangees") List<String> rangees) {
        var texte = "Siret;Mails\n" + String.join("\n", rangees) + "\n\"\"\n".repeat(25) + BONNE + "\n";

        var lus = Lus.csv(Format.CONSTRUCTYS, texte);

        assertThat(lus.textes()).contains("13002526500013 bonne@un.example");
        assertThat(lus.nombre()).isEqualTo(lus.lignes().size());
    }

    @Property(tries = 400)
    void any_bytes_after_a_header_are_rows(@ForAll byte[] octets) {
        var entete = "SIRET|EMAIL\n".getBytes(StandardCharsets.UTF_8);
        var fichier = new byte[entete.length + octets.length];
        System.arraycopy(entete, 0, fichier, 0, entete.length);
        System.arraycopy(octets, 0, fichier, entete.length, octets.length);

        var lus = Lus.csv(Format.DECA, fichier);

        assertThat(lus.nombre()).isEqualTo(lus.lignes().size());
    }

    @Property(tries = 300)
    void a_workbook_of_which_bytes_were_changed_is_read_or_refused(
            @ForAll("coups") List<Integer> places, @ForAll byte valeur) {
        var abime = CLASSEUR.clone();
        places.forEach(place -> abime[place % abime.length] = valeur);

        try {
            var lus = Lus.classeur(abime);

            assertThat(lus.nombre()).isEqualTo(lus.lignes().size());
        } catch (SourceRefusee refus) {
            assertThat(refus).hasNoCause().hasMessageNotContaining("example");
        }
    }

    @Provide
    Arbitrary<List<String>> rangees() {
        return Arbitraries.strings()
                .withChars("\"\"\";;,|{}@ .-a1é\0\u00ff")
                .ofMaxLength(40)
                .list()
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<List<Integer>> coups() {
        return Arbitraries.integers().between(0, 1 << 24).list().ofMinSize(1).ofMaxSize(8);
    }
}
