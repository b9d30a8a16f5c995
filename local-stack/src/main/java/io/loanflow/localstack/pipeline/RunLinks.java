package io.loanflow.localstack.pipeline;

import io.loanflow.localstack.stack.Connections;
import io.loanflow.localstack.stack.StackConfiguration;
import io.temporal.api.common.v1.WorkflowExecution;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Pages about a run.
 *
 * @param temporalUi null where its address is not known
 * @param namespace of Temporal
 */
public record RunLinks(@Nullable String temporalUi, String namespace, String serving) {

    public static RunLinks of(StackConfiguration configuration) {
        Connections connections = configuration.connections();
        return new RunLinks(connections.temporalUi(), connections.temporalNamespace(), configuration.servingUrl());
    }

    /** Its id where Temporal's UI is not known. */
    public String run(WorkflowExecution run) {
        return temporalUi == null
                ? "workflow " + run.getWorkflowId() + ", run " + run.getRunId()
                : temporalUi + "/namespaces/" + namespace + "/workflows/" + run.getWorkflowId() + "/" + run.getRunId();
    }

    /** All runs, without what they start; empty where Temporal's UI is not known. */
    Optional<String> runs() {
        String query = URLEncoder.encode("WorkflowType=\"" + RunHistory.TYPE + "\"", StandardCharsets.UTF_8);
        return Optional.ofNullable(temporalUi).map(ui -> ui + "/namespaces/" + namespace + "/workflows?query=" + query);
    }

    /** The runs, charts and comparison of the experiment that a run is in. */
    static String experiment(String mlflowRunUrl) {
        return mlflowRunUrl.replaceFirst("/runs/[^?]+", "/runs");
    }

    /** The page that leads to all others. */
    public String start() {
        return serving + "/";
    }

    String swagger() {
        return serving + "/swagger-ui.html";
    }
}
