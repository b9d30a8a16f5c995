package io.loanflow.tracking;

import java.util.Map;

/** What one batch adds to a run. Values over MLflow's limits (6,000 characters a parameter) are its own to refuse. */
public record RunContent(Map<String, String> parameters, Map<String, Double> metrics, Map<String, String> tags) {

    public RunContent {
        parameters = Map.copyOf(parameters);
        metrics = Map.copyOf(metrics);
        tags = Map.copyOf(tags);
    }
}
