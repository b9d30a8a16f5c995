package io.loanflow.training.forest;

import com.oracle.labs.mlrg.olcut.provenance.ListProvenance;
import io.loanflow.forest.FlatForest;
import io.loanflow.training.rows.PartRows;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import org.tribuo.Dataset;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.dtree.impurity.GiniIndex;
import org.tribuo.classification.ensemble.FullyWeightedVotingCombiner;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.dataset.DatasetView;
import org.tribuo.ensemble.WeightedEnsembleModel;
import org.tribuo.provenance.EnsembleModelProvenance;

/**
 * Grows the forest that Tribuo's {@link RandomForestTrainer} grows from the same rows and parameters, but several trees at a
 * time: that one uses a single thread. The number of threads does not change the forest.
 */
public final class ForestGrower {

    private static final String NAME = "random-forest";

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
        Dataset<Label> table = TrainingTable.of(rows, labels, source);
        List<Model<Label>> trees = new TreeTasks(threads).run(tasks(table, parameters), treesGrown);
        Model<Label> model = assemble(table, trees, parameters);
        return new GrownForest(model, FlatForest.of(model, rows.features(), labels.positive()));
    }

    /** Draws a bootstrap seed for each tree in Tribuo's order, before any tree is grown. */
    private static List<Callable<Model<Label>>> tasks(Dataset<Label> table, ForestParameters parameters) {
        SplittableRandom seeds = new SplittableRandom(parameters.seed()).split();
        var features = table.getFeatureIDMap();
        var outputs = table.getOutputIDInfo();
        List<Callable<Model<Label>>> tasks = new ArrayList<>();
        for (int i = 0; i < parameters.trees(); i++) {
            int tree = i;
            int seed = seeds.nextInt();
            tasks.add(() -> treeTrainer(parameters)
                    .train(
                            DatasetView.createBootstrapView(table, table.size(), seed, features, outputs),
                            Map.of(),
                            tree));
        }
        return tasks;
    }

    private static Model<Label> assemble(Dataset<Label> table, List<Model<Label>> trees, ForestParameters parameters) {
        FullyWeightedVotingCombiner combiner = new FullyWeightedVotingCombiner();
        RandomForestTrainer<Label> trainer =
                new RandomForestTrainer<>(treeTrainer(parameters), combiner, parameters.trees(), parameters.seed());
        EnsembleModelProvenance provenance = new EnsembleModelProvenance(
                WeightedEnsembleModel.class.getName(),
                OffsetDateTime.now(ZoneOffset.UTC),
                table.getProvenance(),
                trainer.getProvenance(),
                ListProvenance.createListProvenance(trees));
        return new WeightedEnsembleModel<>(
                NAME, provenance, table.getFeatureIDMap(), table.getOutputIDInfo(), trees, combiner);
    }

    /** A trainer for each tree: one counts its calls and is no good to two threads. */
    static CARTClassificationTrainer treeTrainer(ForestParameters parameters) {
        return new CARTClassificationTrainer(
                parameters.maximumDepth(),
                parameters.minimumNodeRows(),
                0,
                parameters.featureShare(),
                new GiniIndex(),
                parameters.seed());
    }
}
