package io.loanflow.trees.grow;

import io.loanflow.trees.tree.Tree;
import java.util.List;

/**
 * Grows trees in parallel.
 *
 * <p>A tree follows from the table, the parameters (but for the threads) and its index alone: it does not matter which
 * thread or which machine grows it, or which other trees are grown.
 */
public final class ForestGrower {

    private ForestGrower() {}

    /**
     * Grows the trees with the indices {@code from} to below {@code to}.
     *
     * @return the trees in their order; a leaf has the probability of each label, and then the position of the likeliest one
     * @throws IllegalArgumentException if a value is missing
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public static List<Tree> grow(
            TrainingTable table, ForestParameters parameters, TreeRange range, GrowthMonitor monitor) {
        table.requireNumbers();
        ForestData data = ForestData.of(table, parameters);
        return Workers.run(
                parameters.threads(),
                range.size(),
                () -> {
                    TreeGrower grower = new TreeGrower(data, parameters);
                    return tree -> {
                        Tree grown = grower.grow(range.from() + tree);
                        monitor.treeGrown(grown.nodes());
                        return grown;
                    };
                },
                monitor);
    }
}
