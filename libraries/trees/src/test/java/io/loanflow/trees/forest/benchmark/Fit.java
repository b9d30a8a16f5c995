package io.loanflow.trees.forest.benchmark;

import io.loanflow.trees.fixture.CsvRows;
import io.loanflow.trees.grow.ForestParameters;
import io.loanflow.trees.grow.GrowthMonitor;
import io.loanflow.trees.tribuo.ForestModel;
import io.loanflow.trees.tribuo.HistogramForestTrainer;
import org.tribuo.classification.LabelFactory;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** A hundred trees with scikit-learn's default parameters. */
final class Fit {

    private Fit() {}

    static ForestModel forest(CsvRows rows, long seed, int threads) {
        return new HistogramForestTrainer(parameters(seed, threads))
                .train(
                        rows.table(),
                        new SimpleDataSourceProvenance("rows of a benchmark", new LabelFactory()),
                        GrowthMonitor.SILENT);
    }

    static double seconds(CsvRows rows, long seed, int threads) {
        return Clock.seconds(() -> forest(rows, seed, threads));
    }

    private static ForestParameters parameters(long seed, int threads) {
        ForestParameters defaults = ForestParameters.defaults(seed);
        return new ForestParameters(
                defaults.trees(),
                defaults.criterion(),
                defaults.maxDepth(),
                defaults.minSamplesSplit(),
                defaults.minSamplesLeaf(),
                defaults.minImpurityDecrease(),
                defaults.maxFeatures(),
                defaults.bootstrap(),
                defaults.maxSamples(),
                defaults.classWeight(),
                defaults.maxBins(),
                defaults.randomSplits(),
                threads,
                seed);
    }
}
