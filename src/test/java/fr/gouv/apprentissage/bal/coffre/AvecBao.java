package fr.gouv.apprentissage.bal.coffre;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Tests that need a real OpenBao: where there is none they are counted as not run, and with {@code CI=true} that is a failure. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(AvecBao.Presence.class)
public @interface AvecBao {

    /** Whether there is one. */
    final class Presence implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext contexte) {
            if (Binaire.trouve().isPresent()) {
                return ConditionEvaluationResult.enabled("bao est là");
            }
            if ("true".equals(System.getenv("CI"))) {
                throw new IllegalStateException("ni BAO, ni bao, ni vault, ni python3 : OpenBao manque à ces tests");
            }
            return ConditionEvaluationResult.disabled("OpenBao absent de cette machine");
        }
    }
}
