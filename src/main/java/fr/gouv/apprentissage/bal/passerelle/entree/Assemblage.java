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
import java.util.Collection;
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
        if (!reste.isDataPresent()) {
            return ExecutionResultImpl.newExecutionResult().errors(erreurs).build();
        }
        var resultat = ExecutionResultImpl.newExecutionResult()
                .errors(erreurs)
                .data(donnees(racines, requete, planifie, reste.getData()));
        if (!planifie.extensions().isEmpty()) {
            resultat.extensions(new LinkedHashMap<>(planifie.extensions()));
        }
        return resultat.build();
    }

    /** Two parts of one answer; without data when the one or the other is refused. */
    static ExecutionResult ensemble(ExecutionResult un, ExecutionResult autre) {
        var erreurs = new ArrayList<>(un.getErrors());
        erreurs.addAll(autre.getErrors());
        var resultat = ExecutionResultImpl.newExecutionResult().errors(erreurs);
        if (!un.isDataPresent() || !autre.isDataPresent()) {
            return resultat.build();
        }
        Map<String, Object> siennes = un.getData();
        Map<String, Object> autres = autre.getData();
        if (siennes == null || autres == null) {
            return resultat.data(null).build();
        }
        var donnees = new LinkedHashMap<>(siennes);
        donnees.putAll(autres);
        return resultat.data(donnees).build();
    }

    /** The same answer, its root fields in this order. */
    static ExecutionResult dansLOrdre(Collection<String> cles, ExecutionResult resultat) {
        Map<String, Object> donnees = resultat.getData();
        if (donnees == null) {
            return resultat;
        }
        var ordonnees = new LinkedHashMap<String, Object>();
        cles.forEach(cle -> ordonnees.put(cle, donnees.get(cle)));
        return resultat.transform(builder -> builder.data(ordonnees));
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
