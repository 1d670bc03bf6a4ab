package fr.gouv.apprentissage.bal.passerelle.entree;

import fr.gouv.apprentissage.bal.passerelle.erreur.ErreurGraphql;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import io.quarkus.arc.Unremovable;
import io.smallrye.graphql.execution.ExecutionResponse;
import io.smallrye.graphql.execution.ExecutionResponseWriter;
import io.smallrye.graphql.execution.ExecutionService;
import io.smallrye.graphql.schema.model.Schema;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import java.util.Map;

/**
 * SmallRye's engine, handing on answers that write their own JSON. These are public classes of SmallRye, not a documented extension point: a
 * test holds it.
 */
@Alternative
@Priority(1)
@Singleton
@Unremovable
public class ServiceDExecution extends ExecutionService {
    @Inject
    ServiceDExecution(GraphQLSchema schema, Schema modele) {
        super(schema, modele);
    }

    @Override
    public void execute(
            JsonObject requete, Map<String, Object> contexte, ExecutionResponseWriter sortie, boolean asynchrone) {
        super.execute(requete, contexte, new Sortie(requete, sortie), asynchrone);
    }

    private record Sortie(JsonObject requete, ExecutionResponseWriter suite) implements ExecutionResponseWriter {
        @Override
        public void write(ExecutionResponse reponse) {
            suite.write(new ReponseJson(precise(reponse.getExecutionResult())));
        }

        @Override
        public void fail(Throwable echec) {
            suite.write(new ReponseJson(Assemblage.refus(echec)));
        }

        private ExecutionResult precise(ExecutionResult resultat) {
            var muet =
                    !resultat.isDataPresent() && resultat.getErrors().stream().noneMatch(Sortie::precise);
            return muet
                    ? LectureDeDocument.faute(requete.getString("query"))
                            .map(Assemblage::refus)
                            .orElse(resultat)
                    : resultat;
        }

        private static boolean precise(GraphQLError erreur) {
            return erreur instanceof ErreurGraphql || erreur instanceof ValidationError;
        }
    }
}
