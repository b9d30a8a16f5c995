package io.loanflow.trees.forest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.ensemble.FullyWeightedVotingCombiner;
import org.tribuo.common.tree.LeafNode;
import org.tribuo.common.tree.Node;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.common.tree.SplitNode;
import org.tribuo.common.tree.TreeModel;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Data sets and forests for tests. */
final class Forests {

    /** Values that expose a wrong comparison: both zeros, neighbours, huge and tiny numbers. */
    private static final double[] AWKWARD = {
        0.0,
        -0.0,
        1.0,
        -1.0,
        Math.nextUp(1.0),
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        0.1 + 0.2
    };

    private Forests() {}

    static List<String> features(int count) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add("feature-" + i);
        }
        return names;
    }

    static MutableDataset<Label> dataset() {
        return new MutableDataset<>(
                new SimpleDataSourceProvenance("generated for a test", new LabelFactory()), new LabelFactory());
    }

    static Example<Label> example(String label, List<String> names, double[] values) {
        return new ArrayExample<>(new Label(label), names.toArray(String[]::new), values);
    }

    /** Rows with a signal in the first two features, and every label at least once. */
    static MutableDataset<Label> dataset(int rows, List<String> names, int labels, SplittableRandom random) {
        MutableDataset<Label> data = dataset();
        for (int row = 0; row < rows; row++) {
            double[] values = row(names.size(), random);
            int label = row < labels ? row : Math.floorMod(Math.round(values[0] + random.nextDouble()), labels);
            data.add(example("label-" + label, names, values));
        }
        return data;
    }

    static double[] row(int width, SplittableRandom random) {
        return random.doubles(width, -3, 3).toArray();
    }

    static double[] awkwardRow(int width, SplittableRandom random) {
        double[] row = row(width, random);
        for (int i = 0; i < width; i++) {
            if (random.nextInt(3) > 0) {
                row[i] = AWKWARD[random.nextInt(AWKWARD.length)];
            }
        }
        return row;
    }

    static Model<Label> trained(MutableDataset<Label> data, int trees) {
        CARTClassificationTrainer tree = new CARTClassificationTrainer(8, 0.5f, 1);
        return new RandomForestTrainer<>(tree, new FullyWeightedVotingCombiner(), trees, 1).train(data);
    }

    /** A tree of random shape, thresholds among the awkward values, and any distribution in its leaves. */
    static TreeModel<Label> generatedTree(MutableDataset<Label> domain, int depth, SplittableRandom random) {
        Node<Label> root = node(domain, depth, random);
        return TreeAssembler.assemble(root, domain, new CARTClassificationTrainer().getProvenance(), Map.of());
    }

    /** A tree that is one path, each split with a leaf on one side. */
    static TreeModel<Label> chain(MutableDataset<Label> domain, int depth, SplittableRandom random) {
        Node<Label> root = leaf(domain, random);
        for (int i = 0; i < depth; i++) {
            double threshold = awkwardRow(1, random)[0];
            int feature = random.nextInt(domain.getFeatureMap().size());
            boolean left = random.nextBoolean();
            Node<Label> leaf = leaf(domain, random);
            root = new SplitNode<>(threshold, feature, 0.1, left ? leaf : root, left ? root : leaf);
        }
        return TreeAssembler.assemble(root, domain, new CARTClassificationTrainer().getProvenance(), Map.of());
    }

    private static Node<Label> node(MutableDataset<Label> domain, int depth, SplittableRandom random) {
        if (depth == 0 || random.nextInt(6) == 0) {
            return leaf(domain, random);
        }
        double threshold = awkwardRow(1, random)[0];
        int feature = random.nextInt(domain.getFeatureMap().size());
        return new SplitNode<>(
                threshold, feature, 0.1, node(domain, depth - 1, random), node(domain, depth - 1, random));
    }

    private static LeafNode<Label> leaf(MutableDataset<Label> domain, SplittableRandom random) {
        Map<String, Label> scores = new LinkedHashMap<>();
        domain.getOutputs()
                .forEach(label -> scores.put(label.getLabel(), new Label(label.getLabel(), random.nextDouble())));
        List<Label> labels = List.copyOf(scores.values());
        return new LeafNode<>(0.1, labels.get(random.nextInt(labels.size())), scores, true);
    }
}
