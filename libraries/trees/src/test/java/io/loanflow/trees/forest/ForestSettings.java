package io.loanflow.trees.forest;

import io.loanflow.trees.grow.ClassWeight;
import io.loanflow.trees.grow.Criterion;
import io.loanflow.trees.grow.ForestParameters;
import io.loanflow.trees.grow.Portion;

/** Parameters for tests, changed one at a time from small defaults. */
final class ForestSettings {

    int trees = 10;
    Criterion criterion = Criterion.GINI;
    int maxDepth = Integer.MAX_VALUE;
    int minSamplesSplit = 2;
    int minSamplesLeaf = 1;
    double minImpurityDecrease = 0;
    Portion maxFeatures = Portion.SQRT;
    boolean bootstrap = true;
    Portion maxSamples = Portion.ALL;
    ClassWeight classWeight = ClassWeight.NONE;
    int maxBins = 255;
    boolean randomSplits = false;
    int threads = 2;
    long seed = 1;

    ForestParameters parameters() {
        return new ForestParameters(
                trees,
                criterion,
                maxDepth,
                minSamplesSplit,
                minSamplesLeaf,
                minImpurityDecrease,
                maxFeatures,
                bootstrap,
                maxSamples,
                classWeight,
                maxBins,
                randomSplits,
                threads,
                seed);
    }

    HistogramForestTrainer trainer() {
        return new HistogramForestTrainer(parameters());
    }
}
