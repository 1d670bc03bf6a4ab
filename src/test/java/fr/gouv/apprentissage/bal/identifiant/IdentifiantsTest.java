package fr.gouv.apprentissage.bal.identifiant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples of domain.md §2.4 and §10, and each reason to refuse. */
class IdentifiantsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"13002526500013", "130 025 265 00013", "19672198900040", "35600000000048", "35600000000001"})
    void aRealSiretIsRead(String brut) {
        assertThat(Siret.lis(brut).valeur()).isEqualTo(brut.replace(" ", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "13002526500014, SIRET : la clé de contrôle ne correspond pas",
        "35600000000002, SIRET : la clé de contrôle ne correspond pas",
        "1300252650001, SIRET : 14 chiffres attendus",
        "130025265000133, SIRET : 14 chiffres attendus",
        "1300252650001A, SIRET : 14 chiffres attendus",
        "00000000000000, SIRET : des zéros ne désignent aucune entreprise",
        "'', SIRET : valeur vide",
        "' ', SIRET : valeur vide",
        ", SIRET : valeur absente"
    })
    void aWrongSiretIsRefusedWithItsReason(String brut, String message) {
        assertThatThrownBy(() -> Siret.lis(brut))
                .isInstanceOf(IdentifiantInvalide.class)
                .hasMessage(message);
    }

    @Test
    void theSirenOfASiretIsItsFirstNineDigits() {
        assertThat(new Siret("13002526500013").siren()).contains(new Siren("130025265"));
    }

    @ParameterizedTest
    @CsvSource({
        "130025266, SIREN : la clé de contrôle ne correspond pas",
        "13002526, SIREN : 9 chiffres attendus",
        "000000000, SIREN : des zéros ne désignent aucune entreprise"
    })
    void aWrongSirenIsRefusedWithItsReason(String brut, String message) {
        assertThatThrownBy(() -> Siren.lis(brut))
                .isInstanceOf(IdentifiantInvalide.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "0951099D, 0951099D",
        "0060033D, 0060033D",
        "0134349G, 0134349G",
        "0062205P, 0062205P",
        "0694442d, 0694442D",
        "60033D, 0060033D"
    })
    void aRealUaiIsRead(String brut, String valeur) {
        assertThat(Uai.lis(brut).valeur()).isEqualTo(valeur);
    }

    @ParameterizedTest
    @CsvSource({
        "0123456A, UAI : la lettre de contrôle ne correspond pas",
        "0123456B, UAI : la lettre de contrôle ne correspond pas",
        "01234567, UAI : 7 chiffres et une lettre attendus"
    })
    void aWrongUaiIsRefusedWithItsReason(String brut, String message) {
        assertThatThrownBy(() -> Uai.lis(brut))
                .isInstanceOf(IdentifiantInvalide.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "0494004062M, BEA",
        "123456789AB, RNIE",
        "1234A56789B, APPRENTISSAGE",
        "0494 004 062m, BEA",
        "1B00000A002, NNE"
    })
    void anIneHasOneOfFourShapes(String brut, Ine.Genre genre) {
        assertThat(Ine.lis(brut).genre()).isEqualTo(genre);
    }

    @ParameterizedTest
    @CsvSource({
        "0494004062N, INE : la clé de contrôle ne correspond pas",
        "1B00000A007, INE : la clé de contrôle ne correspond pas",
        "ABCDEFGHIJK, 'INE : forme inconnue (RNIE, BEA, apprentissage ou NNE attendus)'",
        "12345, INE : 11 chiffres ou lettres attendus"
    })
    void aWrongIneIsRefusedWithItsReason(String brut, String message) {
        assertThatThrownBy(() -> Ine.lis(brut))
                .isInstanceOf(IdentifiantInvalide.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({"RNCP37682, RNCP37682", "37682, RNCP37682", "rncp 37.682, RNCP37682", "RNCP-403, RNCP403", "12, RNCP12"
    })
    void anRncpIsReadWithOrWithoutItsLetters(String brut, String valeur) {
        assertThat(Rncp.lis(brut).valeur()).isEqualTo(valeur);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RNCP1", "RNCP123456", "RNCP37682BC01", "RS1234"})
    void aWrongRncpIsRefused(String brut) {
        assertThatThrownBy(() -> Rncp.lis(brut)).hasMessage("RNCP : RNCP et 2 à 5 chiffres attendus");
    }

    @ParameterizedTest
    @CsvSource({"46321218, 46321218", "01x31401, 01X31401", "400 22105, 40022105"})
    void aCfdIsRead(String brut, String valeur) {
        assertThat(Cfd.lis(brut).valeur()).isEqualTo(valeur);
    }

    @Test
    void theLevelOfACfdIsItsFirstThreeCharacters() {
        assertThat(new Cfd("46321218").niveau()).isEqualTo("463");
    }

    @ParameterizedTest
    @CsvSource({"01000, 01000", "1000, 01000", "99134, 99134", "75 018, 75018"})
    void aPostcodeIsRead(String brut, String valeur) {
        assertThat(CodePostal.lis(brut).valeur()).isEqualTo(valeur);
    }

    @ParameterizedTest
    @CsvSource({"2A004, 2A004", "2b033, 2B033", "67218, 67218", "1053, 01053"})
    void aCommuneIsRead(String brut, String valeur) {
        assertThat(CodeCommune.lis(brut).valeur()).isEqualTo(valeur);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2C004", "A1234", "672180"})
    void aWrongCommuneIsRefused(String brut) {
        assertThatThrownBy(() -> CodeCommune.lis(brut)).isInstanceOf(IdentifiantInvalide.class);
    }

    @ParameterizedTest
    @CsvSource({"2025-2026, 2025-2026", "2025/2026, 2025-2026", "2025 - 2026, 2025-2026", "2025-2025, 2025-2025"})
    void aSchoolYearIsRead(String brut, String valeur) {
        assertThat(AnneeScolaire.lis(brut).valeur()).isEqualTo(valeur);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-2027", "2026-2025"})
    void aSchoolYearOfOtherYearsIsRefused(String brut) {
        assertThatThrownBy(() -> AnneeScolaire.lis(brut))
                .hasMessage("Année scolaire : la seconde année doit être la première ou la suivante");
    }

    @ParameterizedTest
    @CsvSource({
        "075202309001234, false",
        "02B202212000000, false",
        "02b202212nc0000, false",
        "222222222222, true",
        "123456789, true",
        "075202313001234, true"
    })
    void anOddContractNumberIsKeptAndFlagged(String brut, boolean inhabituelle) {
        assertThat(NumeroContrat.lis(brut).formeInhabituelle()).isEqualTo(inhabituelle);
    }

    @Test
    void aContractNumberLosesItsZeroCharactersAndBlanks() {
        assertThat(NumeroContrat.lis(" 02b2022\u000012000000 ")).isEqualTo(new NumeroContrat("02B202212000000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \u00A0", "\u0000"})
    void anEmptyContractNumberIsRefused(String brut) {
        assertThatThrownBy(() -> NumeroContrat.lis(brut)).hasMessage("Numéro de contrat : valeur vide");
    }

    @ParameterizedTest
    @CsvSource({
        "06 12 34 56 78, +33612345678",
        "+33 (0)6 12 34 56 78, +33612345678",
        "0033612345678, +33612345678",
        "06.12.34.56.78, +33612345678",
        "612345678, +33612345678",
        "0639980001, +33639980001",
        "0690 12 34 56, +590690123456",
        "0692 12 34 56, +262692123456",
        "0696 12 34 56, +596696123456",
        "+32 470 12 34 56, +32470123456"
    })
    void aTelephoneNumberIsBroughtToE164(String brut, String valeur) {
        assertThat(Telephone.lis(brut).valeur()).isEqualTo(valeur);
    }

    @ParameterizedTest
    @CsvSource({
        "0612, Téléphone : aucun numéro n'a cette longueur",
        "06123456789012, Téléphone : aucun numéro n'a cette longueur",
        "néant, Téléphone : numéro illisible"
    })
    void aTelephoneNumberThatCannotExistIsRefused(String brut, String message) {
        assertThatThrownBy(() -> Telephone.lis(brut)).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "' Jean.Dupont+cfa@Exemple.FR ', jean.dupont+cfa@exemple.fr",
        "o'neil@a-b.exemple.co.uk, o'neil@a-b.exemple.co.uk"
    })
    void anAddressIsTrimmedAndInLowerCase(String brut, String valeur) {
        assertThat(Courriel.lis(brut).valeur()).isEqualTo(valeur);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jean",
                "jean@",
                "@exemple.fr",
                "jean@exemple",
                "jean@exemple..fr",
                "jean@-exemple.fr",
                "j ean@exemple.fr",
                ".jean@exemple.fr",
                "jean@exemple.fr;paul@exemple.fr",
                "jean@exemple.42",
                "jean@@exemple.fr"
            })
    void whatIsNoAddressIsRefused(String brut) {
        assertThatThrownBy(() -> Courriel.lis(brut)).hasMessage("Courriel : adresse attendue, comme nom@domaine.fr");
    }

    @Test
    void anAddressOf255CharactersIsRefused() {
        var brut = "a@" + "b.".repeat(125) + "abc";

        assertThatThrownBy(() -> Courriel.lis(brut))
                .hasMessage("Courriel : 254 caractères au plus, dont 64 avant l'arobase");
    }

    @ParameterizedTest
    @MethodSource("personnels")
    void aPersonalIdentifierDoesNotShow(Object identifiant, String valeur) {
        assertThat(identifiant.toString()).doesNotContain(valeur);
    }

    @ParameterizedTest
    @MethodSource("lectures")
    void aRefusalDoesNotRepeatTheValue(Function<String, Object> lecture) {
        assertThatThrownBy(() -> lecture.apply("ZXSECRET?"))
                .satisfies(faute -> assertThat(faute.getMessage()).doesNotContainIgnoringCase("ZXSECRET"));
    }

    static Object[][] personnels() {
        return new Object[][] {
            {Ine.lis("0494004062M"), "0494004062M"},
            {Courriel.lis("jean@exemple.fr"), "jean"},
            {Telephone.lis("0612345678"), "612345678"},
            {NumeroContrat.lis("075202309001234"), "075202309001234"}
        };
    }

    static java.util.stream.Stream<Function<String, Object>> lectures() {
        return Echantillons.GENRES.stream()
                .filter(genre -> !genre.nom().equals("Numéro de contrat"))
                .map(Echantillons.Genre::lecture);
    }
}
