package fr.gouv.apprentissage.bal.passerelle.execution;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.language.ArrayValue;
import graphql.language.AstPrinter;
import graphql.language.AstTransformer;
import graphql.language.BooleanValue;
import graphql.language.Document;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.Node;
import graphql.language.NodeVisitorStub;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import graphql.util.TreeTransformerUtil;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 of documents with their literals taken out: a literal may be a name or an e-mail address, and must not stand in the journal even hashed. */
final class EmpreinteDeDocument {

    private static final int DOCUMENTS = 2048;

    private final Cache<Document, byte[]> parDocument =
            Caffeine.newBuilder().weakKeys().maximumSize(DOCUMENTS).build();

    byte[] de(Document document) {
        return parDocument.get(document, EmpreinteDeDocument::calcule);
    }

    private static byte[] calcule(Document document) {
        var sansLitteraux = new AstTransformer().transform(document, new SansLitteraux());
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(AstPrinter.printAstCompact(sansLitteraux).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }

    /** Every scalar, and every list whole (its length may tell something), becomes one and the same text. */
    static class SansLitteraux extends NodeVisitorStub {

        @Override
        protected TraversalControl visitValue(Value<?> valeur, TraverserContext<Node> contexte) {
            var litteral = valeur instanceof StringValue
                    || valeur instanceof IntValue
                    || valeur instanceof FloatValue
                    || valeur instanceof BooleanValue
                    || valeur instanceof EnumValue
                    || valeur instanceof ArrayValue;
            // a node of its own each time: the transformer tells its changes apart by identity
            return litteral
                    ? TreeTransformerUtil.changeNode(contexte, StringValue.of(""))
                    : super.visitValue(valeur, contexte);
        }
    }
}
