package fr.gouv.apprentissage.bal.scellement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.apprentissage.bal.scellement.FicheDeTest.Code;
import fr.gouv.apprentissage.bal.scellement.FicheDeTest.Couleur;
import fr.gouv.apprentissage.bal.scellement.FicheDeTest.Lieu;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The stored formats do not drift: {@code v1.txt} was written by another implementation ({@code v1.py}). */
class FormatDoreTest {

    private static final Map<String, String> DORE = lis();
    private static final Instant ALORS = Instant.ofEpochMilli(1_750_000_000_000L);
    private static final LocalDate NAISSANCE = LocalDate.of(2007, 2, 28);

    private final ScellementDeTest test = ScellementDeTest.ouvert(new HorlogeReglable(ALORS), new HasardCompte());
    private final Scellement scellement = test.scellement();
    private final CleEnregistrement cle = scellement.nouvelle(42);

    static Stream<Arguments> valeurs() {
        return Stream.of(
                Arguments.of("texte", FicheDeTest.TEXTE, "Zoé-Aïcha"),
                Arguments.of("vide", FicheDeTest.TEXTE, ""),
                Arguments.of("textes", FicheDeTest.TEXTES, List.of("Zoé", "Marie Ève")),
                Arguments.of("date", FicheDeTest.DATE, NAISSANCE),
                Arguments.of("enumeration", FicheDeTest.ENUMERATION, Couleur.ROUGE),
                Arguments.of("type", FicheDeTest.TYPE, new Code("0130736L")),
                Arguments.of(
                        "types", FicheDeTest.TYPES, List.of(new Code("zoe@example.fr"), new Code("z.a@example.org"))),
                Arguments.of("compose", FicheDeTest.COMPOSE, new Lieu("3 rue de l'Évêché", new Code("13002"), null)),
                Arguments.of(
                        "composes",
                        FicheDeTest.COMPOSES,
                        List.of(new Lieu("a", null, "c"), new Lieu(null, null, null))),
                Arguments.of("entier", FicheDeTest.ENTIER, 100),
                Arguments.of("booleen", FicheDeTest.BOOLEEN, true),
                Arguments.of("parcours", FicheDeTest.PARCOURS, "œuvre"));
    }

    @ParameterizedTest
    @MethodSource("valeurs")
    <T> void aValueIsSealedAsTheGoldenFileHasIt(String nom, ChampScelle<T> champ, T valeur) {
        assertThat(scellement.scelle(cle, champ, Sealed.recu(valeur)))
                .asHexString()
                .isEqualToIgnoringCase(DORE.get(nom));
    }

    @ParameterizedTest
    @MethodSource("valeurs")
    <T> void aGoldenValueOpens(String nom, ChampScelle<T> champ, T valeur) {
        var secret = scellement.cle(42, 1, octets("secret"));
        var autorisation = Autorisation.deDecision(Set.of(champ.numero()), "test");

        assertThat(scellement.ouvre(autorisation, secret, champ, octets(nom))).isEqualTo(valeur);
    }

    @Test
    void aSecretIsWrappedAsTheGoldenFileHasIt() {
        assertThat(cle.enveloppe()).isEqualTo(octets("secret"));
    }

    static Stream<Arguments> index() {
        return Stream.of(
                Arguments.of(GenreIndex.INE, List.of(" 0123456789a")),
                Arguments.of(GenreIndex.COURRIEL, List.of("Zoe@Example.fr ")),
                Arguments.of(GenreIndex.TELEPHONE, List.of("+33612345678")),
                Arguments.of(GenreIndex.IDENTITE, List.of("DUPONT-Martin", List.of("Zoé", "Marie"), NAISSANCE)),
                Arguments.of(
                        GenreIndex.IDENTITE_PREMIER_PRENOM,
                        List.of("Dupont Martin", List.of("ZOE", "Marie"), NAISSANCE)),
                Arguments.of(GenreIndex.INE_NAISSANCE, List.of("0123456789A", NAISSANCE)),
                Arguments.of(GenreIndex.CONTRAT_PRENOMS, List.of("013202100001234", NAISSANCE, List.of("Zoé Marie"))),
                Arguments.of(GenreIndex.CLE_CONTRAT, Arrays.asList("013202100001234", 11, null, NAISSANCE)),
                Arguments.of(GenreIndex.LIGNE, List.of("a;b;c")));
    }

    @ParameterizedTest
    @MethodSource("index")
    void aBlindIndexIsAsTheGoldenFileHasIt(GenreIndex genre, List<Object> parties) {
        assertThat(test.index().empreinte(genre, IndexHmacTest.recues(parties))).isEqualTo(octets("INDEX:" + genre));
    }

    @Test
    void everyKindOfIndexHasAGoldenValue() {
        assertThat(index().map(cas -> cas.get()[0])).containsExactlyInAnyOrder((Object[]) GenreIndex.values());
    }

    @Test
    void aContradictionIsAsTheGoldenFileHasIt() {
        var digest = test.index().contradiction(octets("INDEX:IDENTITE"), Sealed.recu("F"));

        assertThat(digest).isEqualTo(octets("contradiction"));
    }

    @Test
    void anIdIsAsTheGoldenFileHasIt() {
        assertThat(test.pseudonymes().id("lba", "Contrat", 42)).isEqualTo(DORE.get("id"));
    }

    @Test
    void aCursorIsAsTheGoldenFileHasIt() {
        assertThat(test.pseudonymes().curseur("lba", utf8("lien"), utf8("page 2")))
                .isEqualTo(DORE.get("curseur"));
    }

    @Test
    void anUnknownFormatIsNamed() {
        var inconnus = IntStream.range(0, 256).filter(version -> version != 1);

        assertThat(inconnus).allSatisfy(version -> {
            var stocke = octets("texte");
            stocke[0] = version.byteValue();
            assertThatThrownBy(() -> scellement.ouvre(
                            Autorisation.deDecision(List.of(FicheDeTest.TEXTE.numero()), "test"),
                            cle,
                            FicheDeTest.TEXTE,
                            stocke))
                    .isInstanceOf(ValeurAlteree.class)
                    .hasMessageContaining("version " + version);
        });
    }

    private static byte[] utf8(String texte) {
        return texte.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] octets(String nom) {
        return HexFormat.of().parseHex(DORE.get(nom));
    }

    private static Map<String, String> lis() {
        try (var fichier = FormatDoreTest.class.getResourceAsStream("/scellement/v1.txt")) {
            return new String(fichier.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(ligne -> ligne.split(" "))
                    .collect(Collectors.toMap(mots -> mots[0], mots -> mots[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
