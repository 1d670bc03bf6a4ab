package fr.gouv.apprentissage.bal.scellement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.apprentissage.bal.scellement.FicheDeTest.Code;
import fr.gouv.apprentissage.bal.scellement.FicheDeTest.Couleur;
import fr.gouv.apprentissage.bal.scellement.FicheDeTest.Lieu;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class ScelleurPropertiesTest {

    /** A field and two values of its type. */
    record Cas<T>(ChampScelle<T> champ, T une, T autre) {}

    private final Scellement scellement = ScellementDeTest.ouvert().scellement();

    private static <T> T ouvre(Scellement scellement, CleEnregistrement cle, ChampScelle<T> champ, byte[] stocke) {
        return scellement.ouvre(Autorisation.deDecision(Set.of(champ.numero()), "test"), cle, champ, stocke);
    }

    @Property(tries = 500)
    <T> void whatIsSealedOpensAsItWas(@ForAll("cas") Cas<T> cas, @ForAll @LongRange(min = 1) long enregistrement) {
        var neuve = scellement.nouvelle(enregistrement);
        var stocke = scellement.scelle(neuve, cas.champ(), Sealed.recu(cas.une()));

        var relue = scellement.cle(enregistrement, neuve.epoque(), neuve.enveloppe());
        assertThat(ouvre(scellement, relue, cas.champ(), stocke)).isEqualTo(cas.une());
    }

    @Property(tries = 500)
    <T> void digestsAreEqualWhenValuesAre(@ForAll("cas") Cas<T> cas) {
        var cle = scellement.nouvelle(7);
        var une = scellement.scelle(cle, cas.champ(), Sealed.recu(cas.une()));
        var autre = scellement.scelle(cle, cas.champ(), Sealed.recu(cas.autre()));
        var encore = scellement.scelle(cle, cas.champ(), Sealed.recu(cas.une()));

        assertThat(scellement.memeValeur(une, encore)).isTrue();
        assertThat(scellement.memeValeur(une, autre)).isEqualTo(cas.une().equals(cas.autre()));
    }

    @Property(tries = 300)
    <T> void aReceivedValueComparesWithAStoredOne(@ForAll("cas") Cas<T> cas) {
        var cle = scellement.nouvelle(7);
        var une = scellement.scelle(cle, cas.champ(), Sealed.recu(cas.une()));

        assertThat(scellement.memeValeur(cle, cas.champ(), Sealed.recu(cas.autre()), une))
                .isEqualTo(cas.une().equals(cas.autre()));
    }

    @Property(tries = 2000)
    void anyByteThatChangedIsNoticed(
            @ForAll("texte") String texte,
            @ForAll @IntRange(max = 9999) int place,
            @ForAll @IntRange(min = 1, max = 255) int masque) {
        var cle = scellement.nouvelle(7);
        var stocke = scellement.scelle(cle, FicheDeTest.TEXTE, Sealed.recu(texte));
        stocke[place % stocke.length] ^= (byte) masque;

        assertThatThrownBy(() -> ouvre(scellement, cle, FicheDeTest.TEXTE, stocke))
                .isInstanceOf(ValeurAlteree.class);
    }

    @Property(tries = 500)
    void anyTruncationOrAdditionIsNoticed(@ForAll("texte") String texte, @ForAll @IntRange(max = 9999) int longueur) {
        var cle = scellement.nouvelle(7);
        var stocke = scellement.scelle(cle, FicheDeTest.TEXTE, Sealed.recu(texte));
        var autre = longueur % (stocke.length + 3);
        var change = Arrays.copyOf(stocke, autre == stocke.length ? autre + 1 : autre);

        assertThatThrownBy(() -> ouvre(scellement, cle, FicheDeTest.TEXTE, change))
                .isInstanceOf(ValeurAlteree.class);
    }

    @Property(tries = 500)
    void anyByteOfASecretThatChangedIsNoticed(
            @ForAll @IntRange(max = 59) int place, @ForAll @IntRange(min = 1, max = 255) int masque) {
        var enveloppe = scellement.nouvelle(7).enveloppe();
        enveloppe[place] ^= (byte) masque;

        assertThatThrownBy(() -> scellement.cle(7, 1, enveloppe)).isInstanceOf(ValeurAlteree.class);
    }

    @Property(tries = 300)
    void textKeepsEveryCharacter(@ForAll("texte") String texte) {
        var stocke = scellement.scelle(scellement.nouvelle(7), FicheDeTest.TEXTE, Sealed.recu(texte));

        assertThat(stocke).hasSize(FormatV1.MINIMUM + texte.getBytes(StandardCharsets.UTF_8).length);
    }

    @Provide
    Arbitrary<String> texte() {
        return Arbitraries.strings()
                .withChars("aàâéÉÈœŒç '-’ÿ\uD83D\uDE00")
                .ofMaxLength(40)
                .filter(s -> s.equals(utf8(s)));
    }

    @Provide
    Arbitrary<Cas<?>> cas() {
        var code = texte().filter(s -> !s.isEmpty()).map(Code::new);
        var lieu = Combinators.combine(texte().injectNull(0.3), code.injectNull(0.3), texte().injectNull(0.3))
                .as(Lieu::new);
        return Arbitraries.oneOf(List.of(
                cas(FicheDeTest.TEXTE, texte()),
                cas(FicheDeTest.TEXTES, texte().list().ofMaxSize(4)),
                cas(
                        FicheDeTest.DATE,
                        Arbitraries.integers().between(-800_000, 3_000_000).map(LocalDate::ofEpochDay)),
                cas(FicheDeTest.ENUMERATION, Arbitraries.of(Couleur.class)),
                cas(FicheDeTest.TYPE, code),
                cas(FicheDeTest.TYPES, code.list().ofMaxSize(3)),
                cas(FicheDeTest.COMPOSE, lieu),
                cas(FicheDeTest.COMPOSES, lieu.list().ofMaxSize(3)),
                cas(FicheDeTest.ENTIER, Arbitraries.integers()),
                cas(FicheDeTest.BOOLEEN, Arbitraries.of(true, false)),
                cas(FicheDeTest.PARCOURS, texte())));
    }

    private static <T> Arbitrary<Cas<?>> cas(ChampScelle<T> champ, Arbitrary<T> valeurs) {
        return Combinators.combine(valeurs, valeurs).as((une, autre) -> new Cas<>(champ, une, autre));
    }

    private static String utf8(String texte) {
        return new String(texte.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
