package io.loanflow.model.family;

import io.loanflow.contracts.training.TrainingSettings;
import io.loanflow.trees.boosting.BoostedScorer;
import io.loanflow.trees.boosting.BoostedTrees;
import io.loanflow.trees.boosting.BoostingParameters;
import io.loanflow.trees.boosting.GradientBoosting;
import io.loanflow.trees.boosting.LossCurve;
import io.loanflow.trees.boosting.Regularization;
import io.loanflow.trees.boosting.Sampling;
import io.loanflow.trees.boosting.Shape;
import io.loanflow.trees.explain.TreeSum;
import io.loanflow.trees.grow.TrainingTable;
import io.loanflow.trees.onnx.ScoreNodes;
import io.loanflow.trees.score.TreeScorer;
import io.loanflow.trees.tribuo.BoostedTreesModel;
import io.loanflow.trees.tribuo.BoostedTreesTrainer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Gradient boosting of histogram trees; names and meaning of the parameters are LightGBM's. */
public record BoostingFamily() implements ModelFamily, Staged {

    /** How many models score the training rows; each sees all but its share. */
    private static final int FOLDS = 5;

    /** Most bytes that a node takes at one time: in the tree, packed for scoring, and in the file, twice while it is written. */
    private static final int NODE_BYTES = 160;

    private static final int SAMPLED_ROWS = 200_000;

    @Override
    public ParameterSchema schema() {
        return BoostingSchema.SCHEMA;
    }

    @Override
    public List<Integer> rungs() {
        return List.of(100, 300, 1000);
    }

    @Override
    public String file() {
        return "boosting.pb";
    }

    @Override
    public int treesToGrow(Parameters parameters) {
        return parameters.trees() * (1 + FOLDS);
    }

    /**
     * Bins and what {@link GradientBoosting} holds of a row and a leaf, columns that are sorted, and a copy of the rows cut into folds, as
     * often as folds grow side by side.
     */
    @Override
    public long trainingBytes(long rows, int features, Parameters parameters, int threads) {
        int atOnce = Math.min(threads, FOLDS);
        long ofRows = rows * (2L * features + 36) + rows * (8L * features + 16);
        long sorted = Math.min(rows, SAMPLED_ROWS) * 8 * threads;
        long leaves = Math.min(
                parameters.whole(BoostingSchema.NUM_LEAVES),
                1 + rows / parameters.whole(BoostingSchema.MIN_DATA_IN_LEAF));
        long bins = Math.min(rows, parameters.whole(BoostingSchema.MAX_BIN)) * features;
        return atOnce * ofRows + sorted + (atOnce * leaves + threads) * bins * 16;
    }

    @Override
    public FittedModel fit(LabelledRows rows, Parameters parameters, Growth growth) {
        BoostedTreesModel model = new BoostedTreesTrainer(
                        rows.targets().positive(), settings(rows, parameters), growth.threads())
                .train(
                        table(rows),
                        new SimpleDataSourceProvenance(growth.source(), new LabelFactory()),
                        watch(parameters, growth));
        return new FittedModel(model, trees(model.trees(), rows.features()));
    }

    @Override
    public Stages fit(LabelledRows rows, LabelledRows left, Parameters parameters, Growth growth, int patience) {
        LossCurve curve = new LossCurve(left.features(), left.columns(), left.labels());
        GradientBoosting.Watch grown = watch(parameters, growth);
        BoostedTrees model = GradientBoosting.grow(
                table(rows), rows.targets().positive(), settings(rows, parameters), growth.threads(), step -> {
                    curve.add(step);
                    return grown.wantsMore(step) && curve.sinceBest() < patience;
                });
        return new Stages() {

            @Override
            public double[] losses() {
                return curve.losses();
            }

            @Override
            public TreeScorer first(int trees) {
                return new BoostedScorer(model.first(trees), rows.features());
            }
        };
    }

    /** By models of the same parameters, each fitted on the other folds. */
    @Override
    public double[] unseen(FittedModel model, LabelledRows rows, Parameters parameters, Growth growth) {
        Folding folding = new Folding(FOLDS, parameters.whole(TrainingSettings.SEED));
        return new CrossFit(rows, parameters, folding, growth.after(parameters.trees()))
                .scores()
                .scores();
    }

    @Override
    public byte[] write(FittedModel model) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            model.model().serializeToStream(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ModelTrees read(byte[] file, List<String> features, String positiveLabel) throws IOException {
        Model<Label> model =
                Model.deserializeFromStream(new ByteArrayInputStream(file)).castModel(Label.class);
        if (!(model instanceof BoostedTreesModel boosted)) {
            throw new IllegalArgumentException(
                    "the file holds a " + model.getClass().getName() + ", no boosted trees");
        }
        if (!boosted.positiveLabel().equals(positiveLabel)) {
            throw new IllegalArgumentException("the model gives the probability of " + boosted.positiveLabel());
        }
        return trees(boosted.trees(), features);
    }

    private static ModelTrees trees(BoostedTrees trees, List<String> features) {
        return new ModelTrees(
                new BoostedScorer(trees, features), () -> TreeSum.of(trees), ScoreUnit.LOG_ODDS, ScoreNodes.of(trees));
    }

    private static GradientBoosting.Watch watch(Parameters parameters, Growth growth) {
        long[] nodes = {0};
        // As many folds' models grow side by side once this one has, each on one thread.
        int atOnce = Math.min(growth.threads(), FOLDS);
        return step -> {
            nodes[0] += step.tree().nodes();
            growth.modelBytes().accept(atOnce * nodes[0] * parameters.trees() / step.trees() * NODE_BYTES);
            growth.treesGrown().accept(step.trees());
            return true;
        };
    }

    private static TrainingTable table(LabelledRows rows) {
        return TrainingTable.of(
                rows.features(),
                rows.columns(),
                List.of(rows.targets().negative(), rows.targets().positive()),
                rows.labels());
    }

    private static BoostingParameters settings(LabelledRows rows, Parameters parameters) {
        return new BoostingParameters(
                parameters.trees(),
                parameters.number(BoostingSchema.LEARNING_RATE),
                new Shape(
                        (int) parameters.whole(BoostingSchema.NUM_LEAVES),
                        (int) parameters.whole(BoostingSchema.MAX_DEPTH),
                        (int) parameters.whole(BoostingSchema.MIN_DATA_IN_LEAF),
                        parameters.number(BoostingSchema.MIN_SUM_HESSIAN_IN_LEAF),
                        parameters.number(BoostingSchema.MIN_GAIN_TO_SPLIT)),
                new Regularization(
                        parameters.number(BoostingSchema.LAMBDA_L1),
                        parameters.number(BoostingSchema.LAMBDA_L2),
                        parameters.number(BoostingSchema.PATH_SMOOTH)),
                new Sampling(
                        parameters.number(BoostingSchema.FEATURE_FRACTION),
                        parameters.number(BoostingSchema.FEATURE_FRACTION_BY_NODE),
                        parameters.number(BoostingSchema.BAGGING_FRACTION),
                        (int) parameters.whole(BoostingSchema.BAGGING_FREQ)),
                rows.monotone(),
                (int) parameters.whole(BoostingSchema.MAX_BIN),
                parameters.whole(TrainingSettings.SEED));
    }
}
