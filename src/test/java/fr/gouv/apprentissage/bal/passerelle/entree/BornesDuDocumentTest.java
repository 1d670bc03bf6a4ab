package fr.gouv.apprentissage.bal.passerelle.entree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.gouv.apprentissage.bal.passerelle.erreur.CodeErreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.OperationRefusee;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What bounds a document, each just under and just over. */
class BornesDuDocumentTest {
    private static final String CAS =
            """
            CARACTERES | 14 | { __typename }
            JETONS     | 4  | { __typename }
            OPERATIONS | 2  | query A { __typename } query B { __typename }""";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = CAS)
    void whatReachesTheLimitIsTaken(Limite limite, int taille, String document) {
        assertThatCode(() -> documents(Map.of(limite, taille)).lis(document)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = CAS)
    void whatPassesTheLimitIsRefusedByItsName(Limite limite, int taille, String document) {
        var documents = documents(Map.of(limite, limite == Limite.JETONS ? 2 : taille - 1));

        var refus = catchThrowableOfType(OperationRefusee.class, () -> documents.lis(document));

        assertThat(refus.erreur().extensions()).containsEntry("limite", limite.mot());
    }

    @Test
    void rulesThatStandOneWithinAnotherAreBounded() {
        var document = "{ explique(coordonnees: " + "[".repeat(100) + "]".repeat(100) + ") { motif } }";

        var refus = catchThrowableOfType(OperationRefusee.class, () -> documents(Map.of(Limite.IMBRICATION, 50))
                .lis(document));

        assertThat(refus.erreur().extensions()).containsEntry("limite", "imbrication");
        assertThatCode(() -> documents(Map.of(Limite.IMBRICATION, 1_000)).lis(document))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | REQUETE_ILLISIBLE",
                "{ inconnu } | REQUETE_INVALIDE",
                "{ contrats(first: \"dix\") { totalCount } } | VALEUR_INVALIDE"
            })
    void whatCannotBeExecutedIsRefused(String document, CodeErreur code) {
        var refus = catchThrowableOfType(
                OperationRefusee.class, () -> documents(Map.of()).lis(document).executable());

        assertThat(refus.erreur().code()).isEqualTo(code);
        assertThat(refus.erreur().lieu()).isPresent();
    }

    @Test
    void whatIsTooDeepIsRefusedByItsName() {
        var refus = catchThrowableOfType(OperationRefusee.class, () -> documents(Map.of(Limite.PROFONDEUR, 1))
                .lis("{ moi { id } }"));

        assertThat(refus.erreur().extensions()).containsEntry("limite", "profondeur");
    }

    private static Documents documents(Map<Limite, Integer> autres) {
        var bornes = new Bornes(autres);
        return new Documents(DocumentsTest.SCHEMA, bornes, new Limites(bornes), 50);
    }
}
