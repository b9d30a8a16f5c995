package io.loanflow.tracking;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What one batch adds to a run, in the order to show it. Values over MLflow's limits (6,000 characters a parameter) are its own to refuse. */
public record RunContent(Map<String, String> parameters, Map<String, Double> metrics, Map<String, String> tags) {

    public RunContent {
        parameters = ordered(parameters);
        metrics = ordered(metrics);
        tags = ordered(tags);
    }

    private static <V> Map<String, V> ordered(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
