package fr.gouv.apprentissage.bal.passerelle.entree;

import fr.gouv.apprentissage.bal.passerelle.erreur.Defaillance;
import fr.gouv.apprentissage.bal.passerelle.erreur.Erreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.ErreurGraphql;
import fr.gouv.apprentissage.bal.passerelle.execution.Reponse;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQLError;
import graphql.execution.MergedField;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes one result of what the plan and the resolvers answer. */
final class Assemblage {
    private Assemblage() {}

    /** A result without data. */
    static ExecutionResult refus(Erreur erreur) {
        return ExecutionResultImpl.newExecutionResult()
                .addError(new ErreurGraphql(erreur))
                .build();
    }

    /** A result without data: the exception's. */
    static ExecutionResult refus(Throwable echec) {
        return refus(Defaillance.erreur(echec));
    }

    /**
     * The root fields in the order of the document.
     *
     * @param racines all root fields by response key
     * @param requete type that declares them
     * @param planifie what the plan answers
     * @param reste what the others answer; its data null when a field that may not be null is
     */
    static ExecutionResult reunis(
            Map<String, MergedField> racines, GraphQLObjectType requete, Reponse planifie, ExecutionResult reste) {
        var erreurs = new ArrayList<GraphQLError>();
        planifie.erreurs().forEach(erreur -> erreurs.add(new ErreurGraphql(erreur)));
        if (planifie.refusee()) {
            return ExecutionResultImpl.newExecutionResult().errors(erreurs).build();
        }
        erreurs.addAll(reste.getErrors());
        var resultat = ExecutionResultImpl.newExecutionResult()
                .errors(erreurs)
                .data(donnees(racines, requete, planifie, reste.getData()));
        if (!planifie.extensions().isEmpty()) {
            resultat.extensions(new LinkedHashMap<>(planifie.extensions()));
        }
        return resultat.build();
    }

    /** An operation that was only tried: no data, and what the plan says of its rights. */
    static ExecutionResult aBlanc(Reponse essai) {
        var resultat = ExecutionResultImpl.newExecutionResult().data(null);
        essai.erreurs().forEach(erreur -> resultat.addError(new ErreurGraphql(erreur)));
        if (!essai.extensions().isEmpty()) {
            resultat.extensions(new LinkedHashMap<>(essai.extensions()));
        }
        return resultat.build();
    }

    /** An operation that was only tried, and needs no right. */
    static ExecutionResult sansRien() {
        return aBlanc(new Reponse(Map.of(), List.of(), Map.of("habilitation", List.of()), false));
    }

    private static Map<String, Object> donnees(
            Map<String, MergedField> racines, GraphQLObjectType requete, Reponse planifie, Map<String, Object> reste) {
        if (reste == null) {
            return null;
        }
        var donnees = new LinkedHashMap<String, Object>();
        for (var racine : racines.entrySet()) {
            var cle = racine.getKey();
            if (reste.containsKey(cle)) {
                donnees.put(cle, reste.get(cle));
                continue;
            }
            var json = planifie.racines().get(cle);
            var absent = json == null || json.equals("null");
            if (absent && nonNul(requete, racine.getValue())) {
                return null;
            }
            donnees.put(cle, absent ? null : new JsonBrut(json));
        }
        return donnees;
    }

    private static boolean nonNul(GraphQLObjectType requete, MergedField champ) {
        return requete.getFieldDefinition(champ.getName()).getType() instanceof GraphQLNonNull;
    }
}
