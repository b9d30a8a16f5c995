package io.loanflow.trees.forest;

import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import io.loanflow.trees.grow.GrownTree;
import io.loanflow.trees.grow.TrainingTable;
import java.nio.DoubleBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.common.tree.LeafNode;
import org.tribuo.common.tree.Node;
import org.tribuo.common.tree.SplitNode;
import org.tribuo.provenance.TrainerProvenance;

/**
 * Makes Tribuo's trees of grown ones.
 *
 * <p>Leaves with the same distribution are one object, as they are immutable: in full trees nearly every leaf has a single
 * label, and a leaf of its own for each would take ten times the memory of the splits. Thread-safe.
 */
final class TribuoTrees {

    private final ForestDomain domain;

    private final TrainerProvenance trainer;

    private final Map<String, Provenance> run;

    private final List<String> labels;

    private final int[] featureIds;

    private final Map<DoubleBuffer, LeafNode<Label>> leaves = new ConcurrentHashMap<>();

    TribuoTrees(TrainingTable table, ForestDomain domain, TrainerProvenance trainer, Map<String, Provenance> run) {
        this.domain = domain;
        this.trainer = trainer;
        this.run = run;
        this.labels = table.labelNames();
        this.featureIds = table.featureNames().stream()
                .mapToInt(domain.getFeatureIDMap()::getID)
                .toArray();
    }

    Model<Label> model(GrownTree tree) {
        return TreeAssembler.assemble(root(tree), domain, trainer, run);
    }

    /** From the last node to the first: children come after their parent. */
    private Node<Label> root(GrownTree tree) {
        @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type; holds nothing else
        Node<Label>[] nodes = new Node[tree.size()];
        int weights = tree.leafWeights().length;
        for (int node = tree.size() - 1; node >= 0; node--) {
            if (tree.leaf(node)) {
                weights -= labels.size();
                nodes[node] = leaf(distribution(tree.leafWeights(), weights), tree.impurities()[node]);
            } else {
                nodes[node] = new SplitNode<>(
                        tree.thresholds()[node],
                        featureIds[tree.features()[node]],
                        tree.impurities()[node],
                        nodes[tree.rightChildren()[node]],
                        nodes[node + 1]);
            }
        }
        return nodes[0];
    }

    private double[] distribution(double[] weights, int from) {
        double[] distribution = new double[labels.size()];
        double sum = 0;
        for (int label = 0; label < distribution.length; label++) {
            sum += weights[from + label];
        }
        for (int label = 0; label < distribution.length; label++) {
            distribution[label] = weights[from + label] / sum;
        }
        return distribution;
    }

    private LeafNode<Label> leaf(double[] distribution, double impurity) {
        return leaves.computeIfAbsent(DoubleBuffer.wrap(distribution), key -> newLeaf(distribution, impurity));
    }

    private LeafNode<Label> newLeaf(double[] distribution, double impurity) {
        Map<String, Label> scores = new HashMap<>();
        Label likeliest = new Label(labels.get(0), distribution[0]);
        for (int i = 0; i < distribution.length; i++) {
            Label label = new Label(labels.get(i), distribution[i]);
            scores.put(label.getLabel(), label);
            if (label.getScore() > likeliest.getScore()) {
                likeliest = label;
            }
        }
        // Copied as it is when the leaf is read from a file: the order of the entries decides the order of additions.
        return new LeafNode<>(impurity, likeliest, new HashMap<>(scores), true);
    }
}
