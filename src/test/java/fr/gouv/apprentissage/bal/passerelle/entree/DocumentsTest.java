package fr.gouv.apprentissage.bal.passerelle.entree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.apprentissage.bal.passerelle.erreur.CodeErreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.OperationRefusee;
import fr.gouv.apprentissage.bal.passerelle.schema.SchemaServi;
import graphql.parser.Parser;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLSchema;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("attaque04")
class DocumentsTest {

    static final GraphQLSchema SCHEMA = SchemaServi.executable(
            SchemaServi.servi(), GraphQLCodeRegistry.newCodeRegistry().build());
    private static final int JETONS = 200;

    private static final Bornes BORNES = new Bornes(Map.of(Limite.JETONS, JETONS));

    private final Documents documents = new Documents(SCHEMA, BORNES, new Limites(BORNES), 50);

    @Test
    void aTextIsReadOnce() {
        assertThat(documents.lis("{ moi { id } }")).isSameAs(documents.lis("{ moi { id } }"));
    }

    @Test
    void aThousandTextsLeaveNoMoreThanAreKept() {
        for (int i = 0; i < 1_000; i++) {
            documents.lis("query Q" + i + " { moi { id } }");
        }

        assertThat(documents.gardes()).isBetween(1L, 50L);
    }

    @Test
    void aLongTextCountsForSeveral() {
        var blanc = " ".repeat(10 * Documents.CARACTERES);
        for (int i = 0; i < 100; i++) {
            documents.lis("query Q" + i + " { moi { id } } #" + blanc);
        }

        assertThat(documents.gardes()).isBetween(1L, 5L);
    }

    @Test
    void whatIsNotValidIsNotKept() {
        assertThat(documents.lis("{ inconnu }").fautes()).isNotEmpty();
        assertThat(documents.gardes()).isZero();
    }

    @Test
    void theBoundIsOfThisReadingAndNotOfTheWholeJvm() {
        var trop = "{ " + "__typename ".repeat(JETONS + 1) + "}";

        assertThatThrownBy(() -> documents.lis(trop))
                .isInstanceOfSatisfying(
                        OperationRefusee.class,
                        refus -> assertThat(refus.erreur().code()).isEqualTo(CodeErreur.REQUETE_TROP_GRANDE));
        assertThat(Parser.parse(trop).getDefinitions()).hasSize(1);
    }

    @Test
    void rootFieldsAreKnownBeforehandOnlyWhereNothingCanChangeThem() {
        assertThat(documents
                        .lis("{ moi { id } moi { nom } }")
                        .operation("")
                        .orElseThrow()
                        .racines())
                .hasValueSatisfying(
                        racines -> assertThat(racines.get("moi").getFields()).hasSize(2));
        for (var document : new String[] {
            "query($v: Boolean!) { moi @skip(if: $v) { id } }",
            "{ ... { moi { id } } }",
            "{ ...F } fragment F on Query { moi { id } }"
        }) {
            assertThat(documents.lis(document).operation("").orElseThrow().racines())
                    .isEmpty();
        }
    }

    @Test
    void anOperationIsChosenByItsNameOrBecauseItIsAlone() {
        var deux = documents.lis("query A { __typename } query B { __typename }");

        assertThat(deux.operation("A").orElseThrow().definition().getName()).isEqualTo("A");
        assertThat(deux.operation("")).isEmpty();
        assertThat(deux.operation("C")).isEmpty();
        assertThat(documents.lis("query A { __typename }").operation("")).isPresent();
    }
}
