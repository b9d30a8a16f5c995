package io.loanflow.model.family;

import io.loanflow.contracts.training.TrainingSettings;
import io.loanflow.trees.explain.TreeSum;
import io.loanflow.trees.forest.Forest;
import io.loanflow.trees.forest.OutOfBag;
import io.loanflow.trees.grow.ClassWeight;
import io.loanflow.trees.grow.Criterion;
import io.loanflow.trees.grow.ForestParameters;
import io.loanflow.trees.grow.Portion;
import io.loanflow.trees.grow.TrainingTable;
import io.loanflow.trees.grow.TreeRange;
import io.loanflow.trees.onnx.ScoreNodes;
import io.loanflow.trees.score.ForestScorer;
import io.loanflow.trees.tribuo.ForestFile;
import io.loanflow.trees.tribuo.ForestModel;
import io.loanflow.trees.tribuo.ForestParts;
import io.loanflow.trees.tribuo.HistogramForestTrainer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.tribuo.classification.LabelFactory;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Random forests of histogram trees; names and meaning of the parameters are scikit-learn's. */
public record ForestFamily() implements ModelFamily, GrownInParts {

    private static final int MAX_BINS = 255;

    /** Of rows with groups. */
    private static final int FOLDS = 5;

    @Override
    public ParameterSchema schema() {
        return ForestSchema.SCHEMA;
    }

    @Override
    public List<Integer> rungs() {
        return List.of(25, 50, 100);
    }

    @Override
    public String file() {
        return "forest.pb";
    }

    /** Bins, the rows of the trees at hand and labels, and before the first tree room to sort columns; see docs/forest.md. */
    @Override
    public long trainingBytes(long rows, int features, Parameters parameters, int threads) {
        return rows * (features + 18L * threads + 8L * threads + 4);
    }

    @Override
    public int treesToGrow(Parameters parameters) {
        return parameters.trees();
    }

    @Override
    public FittedModel fit(LabelledRows rows, Parameters parameters, Growth growth) {
        ForestModel model = trainer(parameters, growth.threads())
                .train(
                        table(rows),
                        source(growth),
                        new ForestProgress(growth, parameters.trees(), ForestProgress.GROWN));
        return fitted(model, rows);
    }

    @Override
    public byte[] growPart(LabelledRows rows, Parameters parameters, Growth growth, TreeSpan part) {
        return trainer(parameters, growth.threads())
                .trainPart(
                        table(rows),
                        source(growth),
                        new TreeRange(part.firstTree(), part.firstTree() + part.trees()),
                        new ForestProgress(growth, parameters.trees(), ForestProgress.JOINED))
                .bytes();
    }

    @Override
    public FittedModel join(List<byte[]> parts, LabelledRows rows) {
        try {
            return fitted(ForestParts.join(parts), rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public double[] unseen(FittedModel model, LabelledRows rows, Parameters parameters, Growth growth) {
        if (rows.groups() != null) {
            // A tree that has not seen a row has seen others of its group.
            Folding folding = new Folding(FOLDS, parameters.whole(TrainingSettings.SEED));
            return new CrossFit(rows, parameters, folding, growth.after(parameters.trees()))
                    .scores()
                    .scores();
        }
        return OutOfBag.of(forest(model).forest(), table(rows), settings(parameters, 1))
                .of(rows.targets().positive());
    }

    @Override
    public byte[] write(FittedModel model) {
        return forest(model).bytes();
    }

    @Override
    public ModelTrees read(byte[] file, List<String> features, String positiveLabel) throws IOException {
        return trees(ForestFile.read(file), features, positiveLabel);
    }

    private static FittedModel fitted(ForestModel model, LabelledRows rows) {
        return new FittedModel(
                model, trees(model.forest(), rows.features(), rows.targets().positive()));
    }

    private static ModelTrees trees(Forest forest, List<String> features, String positiveLabel) {
        return new ModelTrees(
                new ForestScorer(forest, features, positiveLabel),
                () -> TreeSum.of(forest, positiveLabel),
                ScoreUnit.PROBABILITY,
                ScoreNodes.of(forest, positiveLabel));
    }

    private static ForestModel forest(FittedModel model) {
        return (ForestModel) model.model();
    }

    private static HistogramForestTrainer trainer(Parameters parameters, int threads) {
        return new HistogramForestTrainer(settings(parameters, threads));
    }

    private static ForestParameters settings(Parameters parameters, int threads) {
        int leaf = (int) parameters.whole(ForestSchema.MIN_SAMPLES_LEAF);
        return new ForestParameters(
                parameters.trees(),
                Criterion.valueOf(parameters.text(ForestSchema.CRITERION).toUpperCase(Locale.ROOT)),
                (int) parameters.whole(ForestSchema.MAX_DEPTH),
                2 * leaf,
                leaf,
                0,
                Portion.parse(parameters.text(ForestSchema.MAX_FEATURES)),
                true,
                Portion.parse(parameters.text(ForestSchema.MAX_SAMPLES)),
                ClassWeight.NONE,
                MAX_BINS,
                false,
                threads,
                parameters.whole(TrainingSettings.SEED));
    }

    private static SimpleDataSourceProvenance source(Growth growth) {
        return new SimpleDataSourceProvenance(growth.source(), new LabelFactory());
    }

    private static TrainingTable table(LabelledRows rows) {
        if (!rows.monotone().isEmpty()) {
            throw new SettingsInvalidException("The definition says that "
                    + String.join(", ", new TreeSet<>(rows.monotone().keySet()))
                    + " is monotone, which a forest does not keep. Train with family boosting, or leave monotone out.");
        }
        return TrainingTable.of(
                rows.features(),
                rows.columns(),
                List.of(rows.targets().negative(), rows.targets().positive()),
                rows.labels());
    }
}
