package io.loanflow.trees.tribuo;

import com.oracle.labs.mlrg.olcut.config.Config;
import com.oracle.labs.mlrg.olcut.config.PropertyException;
import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import io.loanflow.trees.boosting.BoostingParameters;
import io.loanflow.trees.boosting.CategoricalSplits;
import io.loanflow.trees.boosting.GradientBoosting;
import io.loanflow.trees.boosting.Regularization;
import io.loanflow.trees.boosting.Sampling;
import io.loanflow.trees.boosting.Shape;
import io.loanflow.trees.grow.TrainingTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tribuo.Dataset;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.provenance.DataProvenance;
import org.tribuo.provenance.TrainerProvenance;
import org.tribuo.provenance.impl.TrainerProvenanceImpl;

/**
 * Trains boosted trees for two labels on several threads; see {@link GradientBoosting}. Parameters have LightGBM's names and meaning; see
 * {@link BoostingParameters}. Missing values come in columns only: Tribuo's data sets refuse them.
 */
public final class BoostedTreesTrainer implements Trainer<Label> {

    @Config(description = "The label whose probability is learnt; empty for the last one in the order of their names.")
    private String positiveLabel = "";

    @Config(description = "The number of trees.")
    private int nEstimators = 100;

    @Config(description = "What each tree's values are multiplied by.")
    private double learningRate = 0.1;

    @Config(description = "The most leaves of a tree.")
    private int numLeaves = 31;

    @Config(description = "The most splits between the root and a leaf.")
    private int maxDepth = Integer.MAX_VALUE;

    @Config(description = "Each side of a split has at least so many rows.")
    private int minDataInLeaf = 20;

    @Config(description = "Each side of a split has at least this sum of second derivatives.")
    private double minSumHessianInLeaf = 1e-3;

    @Config(description = "A split must lower the loss by more than half of this.")
    private double minGainToSplit = 0;

    @Config(description = "Taken off the size of a leaf's sum of first derivatives.")
    private double lambdaL1 = 0;

    @Config(description = "Added to a leaf's sum of second derivatives.")
    private double lambdaL2 = 0;

    @Config(description = "How strongly leaves of few rows move towards their parent's value.")
    private double pathSmooth = 0;

    @Config(description = "Share of the features that are drawn for each tree.")
    private double featureFraction = 1;

    @Config(description = "Share of a tree's features that are drawn for each of its nodes.")
    private double featureFractionByNode = 1;

    @Config(description = "Share of the rows that are drawn, without replacement.")
    private double baggingFraction = 1;

    @Config(description = "After how many trees rows are drawn anew; 0 for every row in every tree.")
    private int baggingFreq = 0;

    @Config(
            description =
                    "By feature, 1 where the score must not fall as the feature rises, -1 where it must not rise.")
    private Map<String, Integer> monotone = new HashMap<>();

    @Config(description = "Features that are categories, numbered from 0.")
    private List<String> categoricalFeature = new ArrayList<>();

    @Config(description = "Added to a category's second derivatives when categories are put in order.")
    private double catSmooth = CategoricalSplits.NONE.catSmooth();

    @Config(description = "Added to lambdaL2 for sides that are sets of categories.")
    private double catL2 = CategoricalSplits.NONE.catL2();

    @Config(description = "The most categories of a side.")
    private int maxCatThreshold = CategoricalSplits.NONE.maxCatThreshold();

    @Config(description = "Of a feature of at most so many categories, one goes left.")
    private int maxCatToOnehot = CategoricalSplits.NONE.maxCatToOnehot();

    @Config(description = "From one set of categories that is tried to the next there are at least so many rows.")
    private int minDataPerGroup = CategoricalSplits.NONE.minDataPerGroup();

    @Config(description = "How many values a feature is quantised to at most, 2 to 1023.")
    private int maxBin = 255;

    @Config(description = "How many threads work; 0 for one per processor.")
    private int threads = 0;

    @Config(description = "The seed of every random choice.")
    private long seed = DEFAULT_SEED;

    private BoostingParameters parameters = BoostingParameters.defaults(DEFAULT_SEED);

    private int invocations;

    /** For Tribuo's configuration system; has LightGBM's default parameters. */
    private BoostedTreesTrainer() {}

    /**
     * A trainer.
     *
     * @param positiveLabel the label whose probability is learnt
     * @param threads that work; 0 for one per processor
     */
    public BoostedTreesTrainer(String positiveLabel, BoostingParameters parameters, int threads) {
        this.positiveLabel = positiveLabel;
        this.threads = threads;
        nEstimators = parameters.trees();
        learningRate = parameters.learningRate();
        take(parameters.shape());
        lambdaL1 = parameters.regularization().lambdaL1();
        lambdaL2 = parameters.regularization().lambdaL2();
        pathSmooth = parameters.regularization().pathSmooth();
        featureFraction = parameters.sampling().featureFraction();
        featureFractionByNode = parameters.sampling().featureFractionByNode();
        baggingFraction = parameters.sampling().baggingFraction();
        baggingFreq = parameters.sampling().baggingFreq();
        monotone = new HashMap<>(parameters.monotone());
        take(parameters.categorical());
        maxBin = parameters.maxBin();
        seed = parameters.seed();
        postConfig();
    }

    private void take(Shape shape) {
        numLeaves = shape.numLeaves();
        maxDepth = shape.maxDepth();
        minDataInLeaf = shape.minDataInLeaf();
        minSumHessianInLeaf = shape.minSumHessianInLeaf();
        minGainToSplit = shape.minGainToSplit();
    }

    private void take(CategoricalSplits categorical) {
        categoricalFeature = categorical.features().stream().sorted().toList();
        catSmooth = categorical.catSmooth();
        catL2 = categorical.catL2();
        maxCatThreshold = categorical.maxCatThreshold();
        maxCatToOnehot = categorical.maxCatToOnehot();
        minDataPerGroup = categorical.minDataPerGroup();
    }

    /**
     * Checks the configuration.
     *
     * @throws PropertyException if a parameter or a combination of them makes no sense, with how to mend it
     */
    @Override
    public void postConfig() {
        try {
            parameters = new BoostingParameters(
                    nEstimators,
                    learningRate,
                    new Shape(numLeaves, maxDepth, minDataInLeaf, minSumHessianInLeaf, minGainToSplit),
                    new Regularization(lambdaL1, lambdaL2, pathSmooth),
                    new Sampling(featureFraction, featureFractionByNode, baggingFraction, baggingFreq),
                    monotone,
                    new CategoricalSplits(
                            Set.copyOf(categoricalFeature),
                            catSmooth,
                            catL2,
                            maxCatThreshold,
                            maxCatToOnehot,
                            minDataPerGroup),
                    maxBin,
                    seed);
        } catch (IllegalArgumentException e) {
            throw new PropertyException(e, "", "BoostedTreesTrainer", e.getMessage());
        }
        if (threads < 0) {
            throw new PropertyException(
                    "", "threads", "threads is " + threads + ": give at least 1, or 0 for one per processor");
        }
    }

    @Override
    public BoostedTreesModel train(Dataset<Label> examples) {
        return train(examples, Map.of());
    }

    @Override
    public BoostedTreesModel train(Dataset<Label> examples, Map<String, Provenance> runProvenance) {
        return train(examples, runProvenance, INCREMENT_INVOCATION_COUNT);
    }

    @Override
    public BoostedTreesModel train(
            Dataset<Label> examples, Map<String, Provenance> runProvenance, int invocationCount) {
        BoostingRun run = nextRun(invocationCount, runProvenance);
        return run.grow(DatasetTable.of(examples), TrainingDomain.of(examples), step -> true);
    }

    /**
     * Trains on columns, without examples. Gives the same model as a data set with the same rows.
     *
     * @param source where the data came from
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public BoostedTreesModel train(TrainingTable table, DataProvenance source, GradientBoosting.Watch watch) {
        return nextRun(INCREMENT_INVOCATION_COUNT, Map.of()).grow(table, TrainingDomain.of(source, table), watch);
    }

    private synchronized BoostingRun nextRun(int invocationCount, Map<String, Provenance> provenance) {
        if (invocationCount != INCREMENT_INVOCATION_COUNT) {
            setInvocationCount(invocationCount);
        }
        BoostingRun run = new BoostingRun(
                positiveLabel, parameters.invocation(invocations), threads, getProvenance(), provenance);
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
        return "BoostedTreesTrainer(" + parameters + ")";
    }
}
