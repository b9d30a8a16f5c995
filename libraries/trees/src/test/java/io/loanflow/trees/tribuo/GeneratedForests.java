package io.loanflow.trees.tribuo;

import io.loanflow.trees.fixture.Forests;
import io.loanflow.trees.forest.Combination;
import io.loanflow.trees.forest.Forest;
import io.loanflow.trees.grow.ForestParameters;
import io.loanflow.trees.grow.NodeImpurities;
import io.loanflow.trees.grow.TrainingTable;
import io.loanflow.trees.tree.Tree;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.tribuo.classification.LabelFactory;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Forests of any shape over five features, with thresholds among the awkward values and any distribution in their leaves. */
public final class GeneratedForests {

    private static final int FEATURES = 5;

    private final SplittableRandom random;

    private final List<String> labels;

    public GeneratedForests(SplittableRandom random, int labels) {
        this.random = random;
        this.labels = IntStream.range(0, labels).mapToObj(i -> "label-" + i).toList();
    }

    /** A tree of random shape. */
    public Tree tree(int depth) {
        Tree.Builder tree = new Tree.Builder(1, labels.size() + 1);
        grow(tree, 0, depth);
        return tree.build();
    }

    /** A tree that is one path, each split with a leaf on one side. */
    public Tree chain(int depth) {
        Tree.Builder tree = new Tree.Builder(1, labels.size() + 1);
        int end = 0;
        for (int i = 0; i < depth; i++) {
            int left = split(tree, end);
            int side = random.nextInt(2);
            leaf(tree, left + side);
            end = left + 1 - side;
        }
        leaf(tree, end);
        return tree.build();
    }

    private void grow(Tree.Builder tree, int node, int depth) {
        if (depth == 0 || random.nextInt(6) == 0) {
            leaf(tree, node);
        } else {
            int left = split(tree, node);
            grow(tree, left, depth - 1);
            grow(tree, left + 1, depth - 1);
        }
    }

    private int split(Tree.Builder tree, int node) {
        tree.cover(node, random.nextInt(1 << 20));
        return tree.split(node, random.nextInt(FEATURES), Forests.awkwardRow(1, random)[0]);
    }

    private void leaf(Tree.Builder tree, int node) {
        tree.cover(node, random.nextInt(1000));
        for (int label = 0; label < labels.size(); label++) {
            tree.value(node, label, random.nextDouble());
        }
        tree.value(node, labels.size(), random.nextInt(labels.size()));
    }

    /** Trees that decide together, with weights of their own or all the same. */
    public ForestModel model(List<Tree> trees, Combination combination, boolean equalWeights) {
        List<Float> weights = trees.stream()
                .map(tree -> equalWeights ? 1f / trees.size() : (float) random.nextDouble())
                .toList();
        TrainingTable table = table();
        Forest forest =
                new Forest(table.featureNames(), labels, Forest.summation(labels, labels), trees, weights, combination);
        ForestParameters parameters = ForestParameters.defaults(1);
        return ForestModel.grown(
                forest,
                new NodeImpurities(table, parameters),
                TrainingDomain.of(new SimpleDataSourceProvenance("generated for a test", new LabelFactory()), table),
                new ForestModel.Origin(new HistogramForestTrainer(parameters).getProvenance(), Map.of()));
    }

    private TrainingTable table() {
        int[] rows = IntStream.range(0, labels.size()).toArray();
        return TrainingTable.of(Forests.features(FEATURES), new double[FEATURES][rows.length], labels, rows);
    }
}
