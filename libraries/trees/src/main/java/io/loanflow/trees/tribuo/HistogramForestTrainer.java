package io.loanflow.trees.tribuo;

import com.oracle.labs.mlrg.olcut.config.Config;
import com.oracle.labs.mlrg.olcut.config.PropertyException;
import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import io.loanflow.trees.forest.Forest;
import io.loanflow.trees.grow.ClassWeight;
import io.loanflow.trees.grow.Criterion;
import io.loanflow.trees.grow.ForestGrower;
import io.loanflow.trees.grow.ForestParameters;
import io.loanflow.trees.grow.GrowthMonitor;
import io.loanflow.trees.grow.NodeImpurities;
import io.loanflow.trees.grow.Portion;
import io.loanflow.trees.grow.TrainingTable;
import io.loanflow.trees.grow.TreeRange;
import java.util.HashMap;
import java.util.Map;
import org.tribuo.Dataset;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.provenance.DataProvenance;
import org.tribuo.provenance.TrainerProvenance;
import org.tribuo.provenance.impl.TrainerProvenanceImpl;

/**
 * Trains a random forest of classification trees on several threads, by histograms of quantised features.
 *
 * <p>The result is a Tribuo model, written as an ordinary ensemble of Tribuo's trees. It follows from the data, the parameters and how often the
 * trainer was used before, and not from the number of threads or the platform. Parameters have scikit-learn's names and
 * meaning; see {@link ForestParameters}.
 */
public final class HistogramForestTrainer implements Trainer<Label> {

    @Config(description = "The number of trees.")
    private int nEstimators = 100;

    @Config(description = "What a split is chosen by: GINI or ENTROPY.")
    private Criterion criterion = Criterion.GINI;

    @Config(description = "The most splits between the root and a leaf.")
    private int maxDepth = Integer.MAX_VALUE;

    @Config(description = "A node with fewer distinct rows is a leaf.")
    private int minSamplesSplit = 2;

    @Config(description = "Each side of a split has at least so many distinct rows.")
    private int minSamplesLeaf = 1;

    @Config(description = "A node is split only if that lowers the impurity of the tree by so much.")
    private double minImpurityDecrease = 0;

    @Config(description = "How many features are tried at each split: sqrt, log2, all, a share (0.5) or a count (7).")
    private String maxFeatures = "sqrt";

    @Config(description = "Whether each tree sees rows drawn with replacement.")
    private boolean bootstrap = true;

    @Config(description = "How many rows are drawn for a tree: all, a share (0.5) or a count.")
    private String maxSamples = "all";

    @Config(description = "How much the rows of a label count; 1 for labels that are not named.")
    private Map<String, Double> classWeight = new HashMap<>();

    @Config(description = "Whether each label counts as much as any other, however many rows it has.")
    private boolean balanced = false;

    @Config(description = "How many values a feature is quantised to at most, 2 to 255.")
    private int maxBins = 255;

    @Config(description = "Whether thresholds are drawn instead of searched: extremely randomised trees.")
    private boolean randomSplits = false;

    @Config(description = "How many trees grow at the same time; 0 for one per processor.")
    private int threads = 0;

    @Config(description = "The seed of every random choice.")
    private long seed = DEFAULT_SEED;

    private ForestParameters parameters = ForestParameters.defaults(DEFAULT_SEED);

    private int invocations;

    /** For Tribuo's configuration system; has the default parameters. */
    private HistogramForestTrainer() {}

    /** A trainer with the given parameters. */
    public HistogramForestTrainer(ForestParameters parameters) {
        nEstimators = parameters.trees();
        criterion = parameters.criterion();
        maxDepth = parameters.maxDepth();
        minSamplesSplit = parameters.minSamplesSplit();
        minSamplesLeaf = parameters.minSamplesLeaf();
        minImpurityDecrease = parameters.minImpurityDecrease();
        maxFeatures = parameters.maxFeatures().toString();
        bootstrap = parameters.bootstrap();
        maxSamples = parameters.maxSamples().toString();
        classWeight = new HashMap<>(parameters.classWeight().weights());
        balanced = parameters.classWeight().balanced();
        maxBins = parameters.maxBins();
        randomSplits = parameters.randomSplits();
        threads = parameters.threads();
        seed = parameters.seed();
        postConfig();
    }

    /** A trainer with scikit-learn's default parameters. */
    public HistogramForestTrainer(long seed) {
        this(ForestParameters.defaults(seed));
    }

    /**
     * Checks the configuration.
     *
     * @throws PropertyException if a parameter or a combination of them makes no sense, with how to mend it
     */
    @Override
    public void postConfig() {
        try {
            parameters = new ForestParameters(
                    nEstimators,
                    criterion,
                    maxDepth,
                    minSamplesSplit,
                    minSamplesLeaf,
                    minImpurityDecrease,
                    Portion.parse(maxFeatures),
                    bootstrap,
                    Portion.parse(maxSamples),
                    new ClassWeight(balanced, classWeight),
                    maxBins,
                    randomSplits,
                    threads == 0 ? Runtime.getRuntime().availableProcessors() : threads,
                    seed);
        } catch (IllegalArgumentException e) {
            throw new PropertyException(e, "", "HistogramForestTrainer", e.getMessage());
        }
    }

    /** What the forest is grown with, but for the seed after the first run. */
    public ForestParameters parameters() {
        return parameters;
    }

    @Override
    public ForestModel train(Dataset<Label> examples) {
        return train(examples, Map.of());
    }

    @Override
    public ForestModel train(Dataset<Label> examples, Map<String, Provenance> runProvenance) {
        return train(examples, runProvenance, INCREMENT_INVOCATION_COUNT);
    }

    @Override
    public ForestModel train(Dataset<Label> examples, Map<String, Provenance> runProvenance, int invocationCount) {
        TrainingTable table = DatasetTable.of(examples);
        return nextRun(invocationCount, runProvenance)
                .grow(table, TrainingDomain.of(examples), TreeRange.first(nEstimators), GrowthMonitor.SILENT);
    }

    /**
     * Trains on columns, without examples. Gives the same forest as a data set with the same rows.
     *
     * @param source where the data came from
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public ForestModel train(TrainingTable table, DataProvenance source, GrowthMonitor monitor) {
        return nextRun(INCREMENT_INVOCATION_COUNT, Map.of())
                .grow(table, TrainingDomain.of(source, table), TreeRange.first(nEstimators), monitor);
    }

    /**
     * Trains some of the forest's trees on columns; {@link ForestParts#join} makes the forest of all parts. Parts may be
     * trained on several machines, by trainers with the same parameters.
     *
     * @param range within the number of trees of the parameters
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public ForestModel trainPart(TrainingTable table, DataProvenance source, TreeRange range, GrowthMonitor monitor) {
        if (range.to() > nEstimators) {
            throw new IllegalArgumentException("Trees " + range.from() + " to below " + range.to() + " of "
                    + nEstimators + " are asked for: stay within nEstimators");
        }
        return nextRun(INCREMENT_INVOCATION_COUNT, ForestParts.first(range.from()))
                .grow(table, TrainingDomain.of(source, table), range, monitor);
    }

    private synchronized Run nextRun(int invocationCount, Map<String, Provenance> provenance) {
        if (invocationCount != INCREMENT_INVOCATION_COUNT) {
            setInvocationCount(invocationCount);
        }
        Run run = new Run(parameters.invocation(invocations), getProvenance(), provenance);
        invocations++;
        return run;
    }

    @Override
    public synchronized int getInvocationCount() {
        return invocations;
    }

    @Override
    public synchronized void setInvocationCount(int invocationCount) {
        if (invocationCount < 0) {
            throw new IllegalArgumentException("The invocation count is " + invocationCount + ": give 0 or more");
        }
        invocations = invocationCount;
    }

    @Override
    public TrainerProvenance getProvenance() {
        return new TrainerProvenanceImpl(this);
    }

    @Override
    public String toString() {
        return "HistogramForestTrainer(" + parameters + ")";
    }

    private record Run(ForestParameters parameters, TrainerProvenance trainer, Map<String, Provenance> provenance) {

        ForestModel grow(TrainingTable table, TrainingDomain domain, TreeRange range, GrowthMonitor monitor) {
            Forest forest = Forest.of(table, ForestGrower.grow(table, parameters, range, monitor));
            return ForestModel.grown(
                    forest, new NodeImpurities(table, parameters), domain, new ForestModel.Origin(trainer, provenance));
        }
    }
}
