package io.loanflow.model.family;

import io.loanflow.contracts.training.TrainingSettings;
import io.loanflow.model.family.ParameterKind.Numbers;
import io.loanflow.model.family.ParameterKind.WholeNumbers;
import java.util.List;

/** The parameters of boosted trees: the one list of them. Names and defaults are LightGBM's, as its scikit-learn classes write them. */
final class BoostingSchema {

    static final String LEARNING_RATE = "learningRate";
    static final String NUM_LEAVES = "numLeaves";
    static final String MAX_DEPTH = "maxDepth";
    static final String MIN_DATA_IN_LEAF = "minDataInLeaf";
    static final String MIN_SUM_HESSIAN_IN_LEAF = "minSumHessianInLeaf";
    static final String MIN_GAIN_TO_SPLIT = "minGainToSplit";
    static final String LAMBDA_L1 = "lambdaL1";
    static final String LAMBDA_L2 = "lambdaL2";
    static final String PATH_SMOOTH = "pathSmooth";
    static final String FEATURE_FRACTION = "featureFraction";
    static final String FEATURE_FRACTION_BY_NODE = "featureFractionByNode";
    static final String BAGGING_FRACTION = "baggingFraction";
    static final String BAGGING_FREQ = "baggingFreq";
    static final String MAX_BIN = "maxBin";

    private static final Numbers SHARE = new Numbers(0.001, 1);
    private static final Numbers AMOUNT = new Numbers(0, 1_000_000);

    static final ParameterSchema SCHEMA = new ParameterSchema(
            "boosting",
            List.of(
                    of(
                            TrainingSettings.TREES,
                            new WholeNumbers(1, 10_000),
                            "100",
                            "number of trees, each after the other"),
                    of(
                            TrainingSettings.SEED,
                            new WholeNumbers(0, Integer.MAX_VALUE),
                            "42",
                            "of the random choices, if there are any"),
                    of(LEARNING_RATE, new Numbers(0.0001, 1), "0.1", "what each tree's values are multiplied by")
                            .searched(new Dimension.Numbers(new NumberRange(0.03, 0.2, true))),
                    of(NUM_LEAVES, new WholeNumbers(2, 4096), "31", "the most leaves of a tree")
                            .searched(new Dimension.WholeNumbers(new NumberRange(8, 64, true))),
                    of(MAX_DEPTH, new WholeNumbers(1, 1000), "1000", "the most splits between the root and a leaf"),
                    of(
                                    MIN_DATA_IN_LEAF,
                                    new WholeNumbers(1, 1_000_000),
                                    "20",
                                    "each side of a split has at least so many rows")
                            .searched(new Dimension.WholeNumbers(new NumberRange(5, 100, true))),
                    of(
                            MIN_SUM_HESSIAN_IN_LEAF,
                            AMOUNT,
                            "0.001",
                            "each side of a split has at least this sum of second derivatives"),
                    of(MIN_GAIN_TO_SPLIT, AMOUNT, "0", "a split lowers the loss by more than half of this"),
                    of(LAMBDA_L1, AMOUNT, "0", "taken off the size of a leaf's sum of first derivatives"),
                    of(LAMBDA_L2, AMOUNT, "0", "added to a leaf's sum of second derivatives")
                            .searched(new Dimension.Choice(List.of("0", "1", "10"))),
                    of(PATH_SMOOTH, AMOUNT, "0", "moves leaves of few rows towards their parent's value")
                            .searched(new Dimension.Choice(List.of("0", "1", "5"))),
                    of(FEATURE_FRACTION, SHARE, "1", "share of the features that are drawn for each tree")
                            .searched(new Dimension.Shares(new NumberRange(0.3, 1, false))),
                    of(
                            FEATURE_FRACTION_BY_NODE,
                            SHARE,
                            "1",
                            "share of a tree's features that are drawn for each of its nodes"),
                    of(BAGGING_FRACTION, SHARE, "1", "share of the rows that are drawn, without replacement"),
                    of(BAGGING_FREQ, new WholeNumbers(1, 1000), "1", "after how many trees rows are drawn anew"),
                    of(MAX_BIN, new WholeNumbers(2, 1023), "255", "how many values a feature is told apart by at most")
                            .searched(new Dimension.Choice(List.of("255", "1023")))));

    private BoostingSchema() {}

    private static Parameter of(String name, ParameterKind kind, String fallback, String meaning) {
        return new Parameter(name, kind, fallback, meaning, null);
    }
}
