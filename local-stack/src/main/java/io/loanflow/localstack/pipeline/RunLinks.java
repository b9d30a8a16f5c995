package io.loanflow.localstack.pipeline;

import io.temporal.api.common.v1.WorkflowExecution;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Pages about a run.
 *
 * @param temporalUi null where its address is not known
 * @param namespace of Temporal
 */
public record RunLinks(@Nullable String temporalUi, String namespace, URI mlflow, String serving) {

    private static final Pattern EXPERIMENT = Pattern.compile("/experiments/([0-9]+)");

    /** Its id where Temporal's UI is not known. */
    public String run(WorkflowExecution run) {
        return temporalUi == null
                ? "workflow " + run.getWorkflowId() + ", run " + run.getRunId()
                : temporalUi + "/namespaces/" + namespace + "/workflows/" + run.getWorkflowId() + "/" + run.getRunId();
    }

    /** The experiment's runs, charts and comparison; MLflow would open another view by itself. */
    String experiment(String mlflowRunUrl) {
        Matcher experiment = EXPERIMENT.matcher(mlflowRunUrl);
        return experiment.find()
                ? mlflow + "/#/experiments/" + experiment.group(1) + "/runs?workflowType=machine_learning"
                : mlflowRunUrl;
    }

    String swagger() {
        return serving + "/swagger-ui.html";
    }
}
