package io.loanflow.training.forest;

import io.loanflow.forest.FlatForest;
import io.loanflow.forest.HistogramForestTrainer;
import io.loanflow.forest.OutOfBag;
import io.loanflow.forest.grow.TrainingTable;
import io.loanflow.forest.grow.TreeRange;
import io.loanflow.model.TargetLabels;
import io.loanflow.training.rows.PartRows;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.ensemble.WeightedEnsembleModel;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Grows a forest on several threads; their number does not change it. */
public final class ForestGrower {

    private final int threads;

    public ForestGrower(int threads) {
        this.threads = threads;
    }

    /**
     * @param rows with both decisions
     * @param source where the rows come from, for the model's provenance
     * @param treesGrown told the number of trees grown so far, at least once a second; what it throws ends the growth
     */
    public GrownForest grow(
            PartRows rows, TargetLabels labels, ForestParameters parameters, String source, IntConsumer treesGrown) {
        WeightedEnsembleModel<Label> model = new HistogramForestTrainer(parameters.on(threads))
                .train(
                        table(rows, labels),
                        new SimpleDataSourceProvenance(source, new LabelFactory()),
                        (done, total) -> treesGrown.accept(done));
        return new GrownForest(model, FlatForest.of(model, rows.features(), labels.positive()));
    }

    /** Grows some trees of the forest; parameters as for {@link #grow}. */
    public GrownPart growPart(
            PartRows rows,
            TargetLabels labels,
            ForestParameters parameters,
            String source,
            TreeRange range,
            IntConsumer treesGrown) {
        return new GrownPart(new HistogramForestTrainer(parameters.on(threads))
                .trainPart(
                        table(rows, labels),
                        new SimpleDataSourceProvenance(source, new LabelFactory()),
                        range,
                        (done, total) -> treesGrown.accept(done)));
    }

    /**
     * Each training row's score by the trees that had not drawn it; NaN where all had.
     *
     * @param rows that the forest grew from
     * @param parameters that it grew with
     */
    public static double[] outOfBag(
            GrownForest forest, PartRows rows, TargetLabels labels, ForestParameters parameters) {
        OutOfBag outOfBag = OutOfBag.of(forest.model(), table(rows, labels), parameters.on(1));
        int positive = outOfBag.labels().indexOf(labels.positive());
        return Arrays.stream(outOfBag.decisionFunction())
                .mapToDouble(decision -> decision[positive])
                .toArray();
    }

    private static TrainingTable table(PartRows rows, TargetLabels labels) {
        return TrainingTable.of(
                rows.features(), rows.columns(), List.of(labels.negative(), labels.positive()), rows.labelNumbers());
    }
}
