package io.loanflow.tracking;

import java.util.Map;

/**
 * A version of a model in MLflow's registry.
 *
 * @param runId run that holds its model folder
 */
public record RegisteredModelVersion(String name, int version, String runId, Map<String, String> tags) {

    public RegisteredModelVersion {
        tags = Map.copyOf(tags);
    }
}
