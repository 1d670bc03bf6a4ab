package fr.gouv.apprentissage.bal.passerelle.entree;

import graphql.language.ArrayValue;
import graphql.language.Document;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.StringValue;
import java.util.ArrayDeque;
import java.util.Map;

/** The size of what stands in a document as a literal, wherever it does: arguments, directives, defaults of variables. */
final class Litteraux {
    private long liste;
    private long chaine;

    private Litteraux() {}

    /** The longest list, the longest text, and how many operations there are. */
    static Map<Limite, Long> de(Document document) {
        var litteraux = new Litteraux();
        litteraux.parcours(document);
        return Map.of(
                Limite.LISTE, litteraux.liste,
                Limite.CHAINE, litteraux.chaine,
                Limite.OPERATIONS,
                        (long) document.getDefinitionsOfType(OperationDefinition.class)
                                .size());
    }

    /** Not by recursion: how deep a literal nests is the sender's choice. */
    private void parcours(Document document) {
        var attente = new ArrayDeque<Node<?>>();
        attente.add(document);
        while (!attente.isEmpty()) {
            var noeud = attente.pop();
            if (noeud instanceof ArrayValue valeurs) {
                liste = Math.max(liste, valeurs.getValues().size());
            }
            if (noeud instanceof StringValue texte) {
                chaine = Math.max(chaine, texte.getValue().length());
            }
            noeud.getChildren().forEach(enfant -> attente.push((Node<?>) enfant));
        }
    }
}
