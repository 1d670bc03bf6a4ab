package fr.gouv.apprentissage.bal.passerelle.execution;

import graphql.language.AstPrinter;
import graphql.language.AstTransformer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import graphql.util.TreeTransformerUtil;
import java.util.HashMap;
import java.util.Map;

/** The text of a document with what its author chose taken out: literals, aliases, and the names of operations, fragments and variables. What is left are names of the schema. */
final class DocumentDepouille {

    /** Characters kept. */
    private static final int LONGUEUR = 4_000;

    private DocumentDepouille() {}

    /** The text, cut at 4 000 characters. */
    static String texte(Document document) {
        var texte = AstPrinter.printAstCompact(new AstTransformer().transform(document, new SansNoms()));
        return texte.length() <= LONGUEUR ? texte : texte.substring(0, LONGUEUR) + "…";
    }

    private static final class SansNoms extends EmpreinteDeDocument.SansLitteraux {

        private final Map<String, String> variables = new HashMap<>();
        private final Map<String, String> fragments = new HashMap<>();

        @Override
        public TraversalControl visitOperationDefinition(OperationDefinition node, TraverserContext<Node> contexte) {
            return change(contexte, node.transform(builder -> builder.name(null)));
        }

        @Override
        public TraversalControl visitField(Field node, TraverserContext<Node> contexte) {
            return change(contexte, node.transform(builder -> builder.alias(null)));
        }

        @Override
        public TraversalControl visitFragmentDefinition(FragmentDefinition node, TraverserContext<Node> contexte) {
            return change(contexte, node.transform(builder -> builder.name(fragment(node.getName()))));
        }

        @Override
        public TraversalControl visitFragmentSpread(FragmentSpread node, TraverserContext<Node> contexte) {
            return change(contexte, node.transform(builder -> builder.name(fragment(node.getName()))));
        }

        @Override
        public TraversalControl visitVariableDefinition(VariableDefinition node, TraverserContext<Node> contexte) {
            return change(contexte, node.transform(builder -> builder.name(variable(node.getName()))));
        }

        @Override
        public TraversalControl visitVariableReference(VariableReference node, TraverserContext<Node> contexte) {
            return change(contexte, node.transform(builder -> builder.name(variable(node.getName()))));
        }

        private String variable(String nom) {
            return variables.computeIfAbsent(nom, inconnu -> "v" + (variables.size() + 1));
        }

        private String fragment(String nom) {
            return fragments.computeIfAbsent(nom, inconnu -> "F" + (fragments.size() + 1));
        }

        private static TraversalControl change(TraverserContext<Node> contexte, Node<?> nouveau) {
            return TreeTransformerUtil.changeNode(contexte, nouveau);
        }
    }
}
