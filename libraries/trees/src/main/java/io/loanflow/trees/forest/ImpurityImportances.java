package io.loanflow.trees.forest;

import io.loanflow.trees.grow.ForestParameters;
import io.loanflow.trees.grow.TrainingTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tribuo.classification.Label;
import org.tribuo.common.tree.TreeModel;
import org.tribuo.ensemble.WeightedEnsembleModel;

/**
 * By how much the splits of each feature lower the impurity of the trees, as scikit-learn's {@code feature_importances_}. Favours
 * features of many values; {@link PermutationImportances} does not. The rows that a tree has seen are sent down it again, nothing is
 * trained again.
 */
public final class ImpurityImportances {

    private final TrainedTrees trees;

    private final WeightedEnsembleModel<Label> model;

    private final double[] labelWeights;

    private ImpurityImportances(TrainedTrees trees, WeightedEnsembleModel<Label> model, double[] labelWeights) {
        this.trees = trees;
        this.model = model;
        this.labelWeights = labelWeights;
    }

    /**
     * Weighs the features.
     *
     * @param model of one {@link HistogramForestTrainer}, or joined of its parts
     * @param table what the model was trained on
     * @param parameters what it was trained with; of a trainer's later runs, {@link ForestParameters#invocation}
     * @return one per feature, most important first; the means add up to 1, or to 0 if no tree splits
     * @throws IllegalArgumentException if the model does not fit to the others
     */
    public static List<FeatureImportance> of(
            WeightedEnsembleModel<Label> model, TrainingTable table, ForestParameters parameters) {
        TrainedTrees trees = TrainedTrees.of(model, table, parameters);
        return new ImpurityImportances(trees, model, parameters.classWeight().of(table)).of();
    }

    private List<FeatureImportance> of() {
        List<double[]> shares = IntStream.range(0, trees.size())
                .parallel()
                .mapToObj(this::shares)
                .filter(share -> Arrays.stream(share).sum() > 0)
                .toList();
        List<String> names = trees.table().featureNames();
        List<FeatureImportance> importances = new ArrayList<>();
        for (int feature = 0; feature < names.size(); feature++) {
            int position = feature;
            double[] values =
                    shares.stream().mapToDouble(share -> share[position]).toArray();
            importances.add(FeatureImportance.of(names.get(feature), values.length == 0 ? new double[1] : values));
        }
        importances.sort(PermutationImportances.MOST_IMPORTANT_FIRST);
        return importances;
    }

    /** Of one tree: per feature, its share of all decreases. */
    private double[] shares(int tree) {
        ForestTree nodes = trees.tree(tree);
        int[] positions = trees.positions(tree);
        double[] impurities = impurities(tree);
        double[] weights = weights(tree, nodes, positions);
        double[] shares = new double[trees.table().featureNames().size()];
        double sum = 0;
        for (int node = 0; node < nodes.size(); node++) {
            if (!nodes.isLeaf(node)) {
                int left = nodes.left()[node];
                int right = nodes.right()[node];
                double decrease = weights[node] * impurities[node]
                        - weights[left] * impurities[left]
                        - weights[right] * impurities[right];
                shares[positions[nodes.featureIds()[node]]] += Math.max(0, decrease);
                sum += Math.max(0, decrease);
            }
        }
        for (int feature = 0; feature < shares.length && sum > 0; feature++) {
            shares[feature] /= sum;
        }
        return shares;
    }

    private double[] impurities(int tree) {
        return ForestTree.breadthFirst(((TreeModel<Label>) model.getModels().get(tree)).getRoot()).stream()
                .mapToDouble(node -> node.getImpurity())
                .toArray();
    }

    /** Per node, what the rows that come to it count; whole numbers are added, and class weights applied to the sums. */
    private double[] weights(int tree, ForestTree nodes, int[] positions) {
        char[] drawn = trees.weights(tree);
        long[][] counts = new long[nodes.size()][labelWeights.length];
        for (int row = 0; row < drawn.length; row++) {
            if (drawn[row] > 0) {
                counts[trees.leaf(nodes, positions, row)][trees.table().label(row)] += drawn[row];
            }
        }
        double[] weights = new double[nodes.size()];
        for (int node = nodes.size() - 1; node >= 0; node--) {
            for (int label = 0; label < labelWeights.length; label++) {
                if (!nodes.isLeaf(node)) {
                    counts[node][label] = counts[nodes.left()[node]][label] + counts[nodes.right()[node]][label];
                }
                weights[node] += labelWeights[label] * counts[node][label];
            }
        }
        return weights;
    }
}
