package fr.gouv.apprentissage.bal.conteneurs;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/** Tests that need Docker: where it does not answer they are counted as not run, and with {@code CI=true} that is a failure. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(AvecDocker.Presence.class)
@interface AvecDocker {

    /** Whether it answers. */
    final class Presence implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext contexte) {
            if (DockerClientFactory.instance().isDockerAvailable()) {
                return ConditionEvaluationResult.enabled("Docker répond");
            }
            if ("true".equals(System.getenv("CI"))) {
                throw new IllegalStateException(
                        "Docker ne répond pas : les tests sur conteneurs n'ont pas été exécutés");
            }
            return ConditionEvaluationResult.disabled("Docker ne répond pas");
        }
    }
}
