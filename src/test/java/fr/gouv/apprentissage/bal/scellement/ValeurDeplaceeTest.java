package fr.gouv.apprentissage.bal.scellement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import fr.gouv.apprentissage.bal.declaration.ChampDeclare;
import fr.gouv.apprentissage.bal.declaration.Classe;
import fr.gouv.apprentissage.bal.declaration.Declarations;
import fr.gouv.apprentissage.bal.passerelle.schema.Racines;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A stored value put anywhere else does not open. Every personal field that is declared, of every type, and the quarantine's rows: a field that is
 * added is taken in by itself. Values are bytes here, so that what refuses is the sealing and never the form of a type.
 */
@Tag("attaque27")
@Tag("attaque28")
class ValeurDeplaceeTest {

    private static final Canonique<byte[]> OCTETS = new Canonique<>() {
        @Override
        public byte[] octets(byte[] valeur) {
            return valeur;
        }

        @Override
        public byte[] lis(byte[] octets) {
            return octets;
        }
    };

    private static final Autorisation TOUT =
            Autorisation.deDecision(IntStream.rangeClosed(1, 65535).boxed().toList(), "test");
    /** The row of a quarantined line, a field of ingestion's own. */
    private static final int LIGNE = 900;

    private static final String VALEUR = "Zoé";
    private static final long ICI = 1;

    private final ScellementDeTest test = ScellementDeTest.ouvert();
    private final Scellement scellement = test.scellement();
    private final CleEnregistrement ici = scellement.nouvelle(ICI);
    // Of the same person or of another: records know nothing of persons.
    private final CleEnregistrement ailleurs = scellement.nouvelle(2);

    private static List<ChampScelle<byte[]>> champs() {
        var racines = Racines.servies();
        var declares =
                Declarations.catalogue(racines.habilitables(), racines.extensions(), racines.connexions())
                        .tous()
                        .stream()
                        .filter(champ -> champ.stocke() && champ.personnel())
                        .map(ValeurDeplaceeTest::champ);
        return Stream.concat(declares, Stream.of(new ChampScelle<>(LIGNE, Classe.IDENTITE, OCTETS)))
                .toList();
    }

    private static ChampScelle<byte[]> champ(ChampDeclare champ) {
        return new ChampScelle<>(champ.numero(), champ.classe().orElseThrow(), OCTETS);
    }

    private byte[] scelle(ChampScelle<byte[]> champ) {
        return scellement.scelle(ici, champ, Sealed.recu(VALEUR.getBytes(StandardCharsets.UTF_8)));
    }

    private Throwable echec(CleEnregistrement cle, ChampScelle<byte[]> champ, byte[] stocke) {
        return catchThrowable(() -> scellement.ouvre(TOUT, cle, champ, stocke));
    }

    private static void assertNommee(Throwable echec, Object place) {
        assertThat(echec).as("%s", place).isInstanceOf(ValeurAlteree.class).hasMessageNotContaining(VALEUR);
    }

    @Test
    void whereItWasSealedItOpens() {
        assertThat(champs()).hasSizeGreaterThan(17).allSatisfy(champ -> assertThat(
                        scellement.ouvre(TOUT, ici, champ, scelle(champ)))
                .isEqualTo(VALEUR.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void inAnyOtherFieldOfAnyRecordItDoesNotOpen() {
        // Given
        var champs = champs();
        var essais = 0;

        // When, then
        for (var origine : champs) {
            var stocke = scelle(origine);
            for (var place : champs) {
                for (var cle : List.of(ici, ailleurs)) {
                    if (cle != ici || place.numero() != origine.numero()) {
                        assertNommee(echec(cle, place, stocke), origine + " → " + place);
                        essais++;
                    }
                }
            }
        }
        assertThat(essais).isEqualTo(champs.size() * (2 * champs.size() - 1));
    }

    @Test
    void asOfAnyOtherClassItDoesNotOpen() {
        var essais = 0;
        for (var origine : champs()) {
            var stocke = scelle(origine);
            for (var classe : Classe.values()) {
                if (classe != origine.classe()) {
                    assertNommee(echec(ici, new ChampScelle<>(origine.numero(), classe, OCTETS), stocke), origine);
                    essais++;
                }
            }
        }
        assertThat(essais).isEqualTo(champs().size() * (Classe.values().length - 1));
    }

    @Test
    void underTheSecretOfAnotherRecordItDoesNotOpen() {
        var stocke = scelle(champs().get(0));

        // The other record's row of the table of secrets, put under this one's id: and the reverse.
        assertNommee(catchThrowable(() -> scellement.cle(ICI, 1, ailleurs.enveloppe())), "secret d'ailleurs");
        assertNommee(catchThrowable(() -> scellement.cle(2, 1, ici.enveloppe())), "secret d'ici");
        assertNommee(echec(ailleurs, champs().get(0), stocke), "secret d'ailleurs");
    }

    @Test
    void aSecretPutUnderAnotherEpochDoesNotUnwrap() {
        ScellementDeTest.inscris(test.registre, Trousseau.EPOQUE, 2);
        test.trousseau.ouvre();

        assertNommee(catchThrowable(() -> scellement.cle(ICI, 2, ici.enveloppe())), "époque 2");
        assertThatThrownBy(() -> scellement.cle(ICI, 3, ici.enveloppe())).isInstanceOf(ClesIndisponibles.class);
    }

    @Test
    void underARetiredVersionNoFieldOpens() {
        // Given: every class has a newer version, and the old one is retired
        var anciennes = new LinkedHashMap<ChampScelle<byte[]>, byte[]>();
        champs().forEach(champ -> anciennes.put(champ, scelle(champ)));
        for (var classe : Classe.values()) {
            ScellementDeTest.inscris(test.registre, classe.name(), 2);
            test.registre.retire(classe.name(), 1);
        }
        test.trousseau.ouvre();

        // When, then: neither as it was, nor dressed up as of the newer version
        anciennes.forEach((champ, stocke) -> {
            assertNommee(echec(ici, champ, stocke), champ);
            assertThat(echec(ici, champ, stocke)).hasMessageContaining("retirée");
            var maquillee = stocke.clone();
            maquillee[4] = 2;
            assertNommee(echec(ici, champ, maquillee), champ);
        });
    }

    @Test
    void damagedInAnyWayItDoesNotOpen() {
        for (var champ : champs()) {
            abimees(scelle(champ)).forEach((comment, stocke) -> assertNommee(echec(ici, champ, stocke), comment));
        }
    }

    @Test
    void aDamagedSecretDoesNotUnwrap() {
        abimees(ici.enveloppe())
                .forEach((comment, enveloppe) ->
                        assertNommee(catchThrowable(() -> scellement.cle(ICI, 1, enveloppe)), comment));
    }

    /** What remains possible, as docs/sealing.md says: nothing tells a value that was replaced from the one that replaced it. */
    @Test
    void anOldValuePutBackInItsOwnPlaceOpens() {
        var champ = champs().get(0);
        var ancienne = scelle(champ);
        scelle(champ);

        assertThat(scellement.ouvre(TOUT, ici, champ, ancienne)).isEqualTo(VALEUR.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, byte[]> abimees(byte[] stocke) {
        var abimees = new LinkedHashMap<String, byte[]>();
        for (int longueur = 0; longueur < stocke.length; longueur++) {
            abimees.put("tronquée à " + longueur, Arrays.copyOf(stocke, longueur));
            abimees.put("sans ses " + longueur + " premiers", Arrays.copyOfRange(stocke, longueur + 1, stocke.length));
        }
        abimees.put("allongée", Arrays.copyOf(stocke, stocke.length + 1));
        for (int bit = 0; bit < stocke.length * Byte.SIZE; bit++) {
            var autre = stocke.clone();
            autre[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            abimees.put("bit " + bit, autre);
        }
        for (int version = 0; version < 256; version++) {
            if (version != Byte.toUnsignedInt(stocke[0])) {
                var autre = stocke.clone();
                autre[0] = (byte) version;
                abimees.put("premier octet " + version, autre);
            }
        }
        return abimees;
    }
}
