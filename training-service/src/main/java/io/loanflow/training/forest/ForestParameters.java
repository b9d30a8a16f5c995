package io.loanflow.training.forest;

import io.loanflow.contracts.pipeline.TrainingSettings;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Everything that decides how a forest grows from given rows.
 *
 * @param maximumDepth of a tree
 * @param minimumNodeRows rows that a node must have to be split
 * @param featureShare share of the features that each split may choose from, above 0 and below 1
 */
public record ForestParameters(int trees, long seed, int maximumDepth, int minimumNodeRows, float featureShare) {

    /** A forest's cost and size grow with its trees, its quality hardly beyond some hundreds. */
    static final int MOST_TREES = 1000;

    private static final int MAXIMUM_DEPTH = 16;
    private static final int MINIMUM_NODE_ROWS = 8;
    private static final float FEATURE_SHARE = 0.35f;

    /** @throws SettingsInvalidException if the settings are out of range */
    public static ForestParameters of(TrainingSettings settings) {
        if (settings.trees() < 1 || settings.trees() > MOST_TREES) {
            throw new SettingsInvalidException("training.trees must be from 1 to " + MOST_TREES + ", is "
                    + settings.trees() + ". Leave training out for the default of " + TrainingSettings.DEFAULTS.trees()
                    + ".");
        }
        return new ForestParameters(settings.trees(), settings.seed(), MAXIMUM_DEPTH, MINIMUM_NODE_ROWS, FEATURE_SHARE);
    }

    /** Names and values, as a run shows them. */
    public Map<String, String> described() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("algorithm", "Tribuo random forest");
        parameters.put("trees", Integer.toString(trees));
        parameters.put("seed", Long.toString(seed));
        parameters.put("max_depth", Integer.toString(maximumDepth));
        parameters.put("min_node_rows", Integer.toString(minimumNodeRows));
        parameters.put("feature_share", Float.toString(featureShare));
        parameters.put("impurity", "gini");
        return parameters;
    }
}
