package io.loanflow.testsupport;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/** Whether a Docker engine answers. */
final class DockerCondition implements ExecutionCondition {

    private static final String VARIABLE = "LOANFLOW_TEST_CONTAINERS";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (DockerClientFactory.instance().isDockerAvailable()) {
            return ConditionEvaluationResult.enabled("a Docker engine answers");
        }
        if ("required".equals(System.getenv(VARIABLE))) {
            throw new IllegalStateException(
                    "No Docker engine answers, which " + VARIABLE + "=required asks for; start one, or unset it");
        }
        return ConditionEvaluationResult.disabled("no Docker engine answers");
    }
}
