package fr.gouv.apprentissage.bal.scellement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndexHmacTest {

    private static final LocalDate NAISSANCE = LocalDate.of(2007, 2, 28);

    private final HorlogeReglable horloge = new HorlogeReglable(Instant.parse("2026-03-01T08:00:00Z"));
    private final ScellementDeTest test = ScellementDeTest.ouvert(horloge);
    private final IndexAveugles index = test.index();

    static List<Sealed<?>> recues(List<?> valeurs) {
        var recues = new ArrayList<Sealed<?>>();
        valeurs.forEach(valeur -> recues.add(valeur == null ? null : Sealed.recu(valeur)));
        return recues;
    }

    private byte[] empreinte(GenreIndex genre, Object... valeurs) {
        return index.empreinte(genre, recues(Arrays.asList(valeurs)));
    }

    @Test
    void identitiesThatFoldAlikeAreEqual() {
        var une = empreinte(GenreIndex.IDENTITE, "Le Goff-Évrard", List.of("Anne", "Marie"), NAISSANCE);

        assertThat(une).isEqualTo(empreinte(GenreIndex.IDENTITE, "LEGOFF EVRARD", List.of("ANNE-MARIE"), NAISSANCE));
    }

    @Test
    void aFirstNameGivenAsOneTextIsAsAListOfOne() {
        var une = empreinte(GenreIndex.IDENTITE, "Petit", "Zoé", NAISSANCE);

        assertThat(une).isEqualTo(empreinte(GenreIndex.IDENTITE, "Petit", List.of("Zoé"), NAISSANCE));
    }

    @Test
    void whereOnePartEndsAndTheNextBeginsCounts() {
        var une = empreinte(GenreIndex.IDENTITE, "Martin", List.of("Paul"), NAISSANCE);

        assertThat(une).isNotEqualTo(empreinte(GenreIndex.IDENTITE, "MartinP", List.of("aul"), NAISSANCE));
    }

    @Test
    void theSameValueIsUnrelatedInEveryKind() {
        var empreintes = new HashSet<ByteBuffer>();
        for (var genre : List.of(GenreIndex.INE, GenreIndex.COURRIEL, GenreIndex.TELEPHONE, GenreIndex.LIGNE)) {
            empreintes.add(ByteBuffer.wrap(empreinte(genre, "1")));
        }

        assertThat(empreintes).hasSize(4);
    }

    @Test
    void anAbsentAvenantIsNotAnEmptyOne() {
        var sans = empreinte(GenreIndex.CLE_CONTRAT, "0132021", 11, null, NAISSANCE);

        assertThat(sans).isNotEqualTo(empreinte(GenreIndex.CLE_CONTRAT, "0132021", 11, "", NAISSANCE));
    }

    @Test
    void anAbsentPartThatIsNeededIsRefused() {
        assertThatThrownBy(() -> empreinte(GenreIndex.INE_NAISSANCE, null, NAISSANCE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void partsOfAnotherKindAreRefused() {
        assertThatThrownBy(() -> empreinte(GenreIndex.INE, "1", NAISSANCE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aStoredValueIsRefused() {
        assertThatThrownBy(() -> index.empreinte(GenreIndex.INE, List.of(Sealed.stocke(new byte[60]))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void elementsOfAListAreIndexedOneByOne() {
        var courriels = Sealed.elements(Sealed.recu(List.of("a@example.fr", "b@example.fr")));

        assertThat(courriels)
                .map(courriel -> index.empreinte(GenreIndex.COURRIEL, List.of(courriel)))
                .containsExactly(
                        empreinte(GenreIndex.COURRIEL, "a@example.fr"), empreinte(GenreIndex.COURRIEL, "b@example.fr"));
    }

    @Test
    void contradictionComparesWithinAnIdentityOnly() {
        var une = empreinte(GenreIndex.INE, "1");
        var autre = empreinte(GenreIndex.INE, "2");

        assertThat(index.contradiction(une, Sealed.recu("F")))
                .hasSize(16)
                .isEqualTo(index.contradiction(une, Sealed.recu("F")))
                .isNotEqualTo(index.contradiction(une, Sealed.recu("M")))
                .isNotEqualTo(index.contradiction(autre, Sealed.recu("F")));
    }

    @Test
    void whatIsUnknownContradictsNothing() {
        assertThat(index.contradiction(new byte[16], null)).isNull();
    }

    @Test
    void whileTwoGenerationsStandBothAreGivenTheActiveOneFirst() {
        // Given
        var ancienne = empreinte(GenreIndex.INE, "1");
        annonce("INDEX:INE", "INDEX:CONTRADICTION");
        horloge.avance(Trousseau.RELECTURE);
        test.trousseau.entretiens();
        var annoncees = index.empreintes(GenreIndex.INE, recues(List.of("1")));

        // When
        horloge.avance(Duration.ofHours(1).minusSeconds(1));
        test.trousseau.entretiens();
        var actives = index.empreintes(GenreIndex.INE, recues(List.of("1")));

        // Then
        assertThat(annoncees).extracting(IndexAveugles.Generation::numero).containsExactly(1, 2);
        assertThat(actives).extracting(IndexAveugles.Generation::numero).containsExactly(2, 1);
        assertThat(actives.get(1).empreinte()).isEqualTo(ancienne);
    }

    @Test
    void anAnnouncedGenerationWhoseKeysAreNotInMemoryYetIsLeftOut() {
        annonce("INDEX:INE", "INDEX:CONTRADICTION");
        horloge.avance(Trousseau.RELECTURE);
        test.coupe(true);
        test.trousseau.entretiens();

        assertThat(index.empreintes(GenreIndex.INE, recues(List.of("1"))))
                .extracting(IndexAveugles.Generation::numero)
                .containsExactly(1);
    }

    @Test
    void anAnnouncedGenerationThatHasNotAllKeysIsLeftOut() {
        annonce("INDEX:INE");
        horloge.avance(Trousseau.RELECTURE);
        test.trousseau.entretiens();

        assertThat(index.empreintes(GenreIndex.INE, recues(List.of("1"))))
                .extracting(IndexAveugles.Generation::numero)
                .containsExactly(1);
    }

    @Test
    void aGenerationThatServesAndIsNotInMemoryIsNotLeftOut() {
        annonce("INDEX:INE", "INDEX:CONTRADICTION");
        horloge.avance(Duration.ofHours(1));
        test.coupe(true);
        test.trousseau.entretiens();

        assertThatThrownBy(() -> index.empreintes(GenreIndex.INE, recues(List.of("1"))))
                .isInstanceOf(ClesIndisponibles.class);
    }

    private void annonce(String... genres) {
        var dansUneHeure = horloge.instant().plus(Duration.ofHours(1));
        for (var genre : genres) {
            test.registre.inscris(genre, 2, DetenteurDeTest.enveloppe(genre, 2), 1, dansUneHeure);
        }
    }
}
