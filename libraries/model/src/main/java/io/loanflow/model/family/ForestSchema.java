package io.loanflow.model.family;

import io.loanflow.contracts.training.TrainingSettings;
import java.util.List;

/** The parameters of a forest: the one list of them. */
final class ForestSchema {

    static final String CRITERION = "criterion";
    static final String MAX_DEPTH = "maxDepth";
    static final String MIN_SAMPLES_LEAF = "minSamplesLeaf";
    static final String MAX_FEATURES = "maxFeatures";
    static final String MAX_SAMPLES = "maxSamples";

    /** Leaves of a few rows instead of one keep probabilities from 0 and 1, and the model small. */
    static final ParameterSchema SCHEMA = new ParameterSchema(
            "forest",
            List.of(
                    new Parameter(
                            TrainingSettings.TREES,
                            new ParameterKind.WholeNumbers(1, 1000),
                            "100",
                            "number of trees",
                            null),
                    new Parameter(
                            TrainingSettings.SEED,
                            new ParameterKind.WholeNumbers(0, Integer.MAX_VALUE),
                            "42",
                            "of the forest's random choices",
                            null),
                    new Parameter(
                            CRITERION,
                            new ParameterKind.Words(List.of("gini", "entropy")),
                            "gini",
                            "how good a split is",
                            new Dimension.Choice(List.of("gini", "entropy"))),
                    new Parameter(
                            MAX_DEPTH,
                            new ParameterKind.WholeNumbers(1, 1000),
                            "20",
                            "the most splits between the root and a leaf",
                            new Dimension.WholeNumbers(new NumberRange(8, 32, false))),
                    new Parameter(
                            MIN_SAMPLES_LEAF,
                            new ParameterKind.WholeNumbers(1, 1_000_000),
                            "3",
                            "each side of a split has at least so many rows",
                            new Dimension.WholeNumbers(new NumberRange(1, 20, true))),
                    new Parameter(
                            MAX_FEATURES,
                            new ParameterKind.Portions(true),
                            "sqrt",
                            "how many features each split may choose from",
                            new Dimension.Shares(new NumberRange(0.2, 0.8, false))),
                    new Parameter(
                            MAX_SAMPLES,
                            new ParameterKind.Portions(false),
                            "all",
                            "how many rows are drawn, with replacement, for each tree",
                            null)));

    private ForestSchema() {}
}
