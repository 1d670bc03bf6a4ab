package fr.gouv.apprentissage.bal.passerelle.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.habilitation.Acces;
import fr.gouv.apprentissage.bal.habilitation.Appelant;
import fr.gouv.apprentissage.bal.habilitation.Decision;
import fr.gouv.apprentissage.bal.habilitation.Explication;
import fr.gouv.apprentissage.bal.habilitation.Masque;
import fr.gouv.apprentissage.bal.passerelle.execution.Mode;
import fr.gouv.apprentissage.bal.passerelle.execution.Reponse;
import graphql.language.Argument;
import graphql.language.AstTransformer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.Node;
import graphql.language.NodeVisitorStub;
import graphql.language.OperationDefinition;
import graphql.language.StringValue;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import graphql.util.TreeTransformerUtil;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** One caller asking engine and oracle the same. */
record Essai(Banc banc, Monde monde, Appelant appelant, Mode mode, OracleDeReponse.Connus connus) {

    /** Asks both, compares everything; gives what the oracle says. */
    Attendu joue(Document document, Map<String, Object> variables) throws IOException, SQLException {
        var droits = new OracleDeDroits(banc.registre(), appelant);
        var attendu = new OracleDeReponse(monde, droits, Banc.SCHEMA, connus)
                .reponds(document, variables, mode == Mode.STRICTE);
        var reponse = reponse(document, variables);
        var comparaison = new Comparaison(banc.pseudonymes(), appelant.client());
        comparaison.compare(reponse, attendu);
        assertThat(banc.entree(reponse, appelant)).as("journal").isEqualTo(attendu.journal());
        connus.curseurs().clear();
        connus.curseurs().putAll(comparaison.curseurs());
        essaieABlanc(document, variables, droits);
        return attendu;
    }

    /** What is said beforehand is what enforcement decides. */
    private void essaieABlanc(Document document, Map<String, Object> variables, OracleDeDroits droits) {
        var reponse = banc.execute(document, variables, appelant, Mode.A_BLANC);
        if (reponse.refusee()) {
            return;
        }
        assertThat(reponse.racines()).as("à blanc, rien n'est lu").isEmpty();
        var voulues = new OracleDeRefus(new Lu(document, variables), droits, Banc.SCHEMA)
                .parcours(false)
                .besoins();
        var dites = new TreeSet<String>();
        for (Object decision : (List<?>) reponse.extensions().get("habilitation")) {
            var dite = (Map<?, ?>) decision;
            var coordonnee = (String) dite.get("coordonnee");
            var acces = Acces.valueOf((String) dite.get("acces"));
            dites.add(coordonnee + " " + acces);
            assertThat(explication(dite)).as("à blanc").isEqualTo(droits.explique(coordonnee, acces));
        }
        assertThat(dites).as("à blanc : tout ce que l'opération demande").isEqualTo(voulues);
    }

    private static Explication explication(Map<?, ?> dite) {
        return new Explication(
                (String) dite.get("coordonnee"),
                Acces.valueOf((String) dite.get("acces")),
                (Boolean) dite.get("autorise"),
                Masque.valueOf((String) dite.get("masque")),
                (String) dite.get("habilitation"),
                (String) dite.get("motif"));
    }

    /** What is explained is what enforcement decides, of every coordinate and access that there is. */
    void explique() {
        var droits = new OracleDeDroits(banc.registre(), appelant);
        var decision = Decision.de(banc.registre(), appelant.client(), appelant.finalite(), appelant.jour());
        for (var champ : Banc.CATALOGUE.tous()) {
            for (var acces : Acces.values()) {
                assertThat(Explication.de(decision, champ.coordonnee(), acces))
                        .isEqualTo(droits.explique(champ.coordonnee().toString(), acces));
            }
        }
    }

    Reponse reponse(Document document, Map<String, Object> variables) {
        return banc.execute(document, variables, appelant, mode);
    }

    /** Asks for the page after each cursor of the first page, and so on to the end. */
    void suisLesPages(Document document, Map<String, Object> variables, int auPlus) throws IOException, SQLException {
        var suivis = new LinkedHashMap<>(connus.curseurs());
        var racines = document.getFirstDefinitionOfType(OperationDefinition.class)
                .orElseThrow()
                .getSelectionSet()
                .getSelectionsOfType(Field.class);
        if (racines.size() > 1) {
            return;
        }
        var reste = auPlus;
        while (!suivis.isEmpty() && reste-- > 0) {
            var dernier = suivis.keySet().stream().reduce((un, autre) -> autre).orElseThrow();
            var ligne = suivis.get(dernier);
            connus.curseurs().clear();
            connus.curseurs().put(dernier, ligne);
            joue(apres(document, racines.get(0), dernier), variables);
            suivis.clear();
            suivis.putAll(connus.curseurs());
            suivis.values().removeIf(ligne::equals);
        }
        connus.curseurs().clear();
    }

    private static Document apres(Document document, Field racine, String curseur) {
        return (Document) new AstTransformer().transform(document, new NodeVisitorStub() {
            @Override
            public TraversalControl visitField(Field champ, TraverserContext<Node> contexte) {
                if (champ != racine) {
                    return TraversalControl.CONTINUE;
                }
                var arguments = new java.util.ArrayList<>(champ.getArguments());
                arguments.removeIf(argument -> argument.getName().equals("after"));
                arguments.add(
                        Argument.newArgument("after", StringValue.of(curseur)).build());
                return TreeTransformerUtil.changeNode(contexte, champ.transform(autre -> autre.arguments(arguments)));
            }
        });
    }
}
