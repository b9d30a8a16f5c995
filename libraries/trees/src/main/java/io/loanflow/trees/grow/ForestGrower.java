package io.loanflow.trees.grow;

import java.util.List;
import java.util.function.Function;

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
     * @param result made of each tree on the thread that grew it
     * @return the results in the order of the trees
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public static <T> List<T> grow(
            TrainingTable table,
            ForestParameters parameters,
            TreeRange range,
            Function<GrownTree, T> result,
            GrowthMonitor monitor) {
        ForestData data = ForestData.of(table, parameters);
        return Workers.run(
                parameters.threads(),
                range.size(),
                () -> {
                    TreeGrower grower = new TreeGrower(data, parameters);
                    return tree -> {
                        GrownTree grown = grower.grow(range.from() + tree);
                        monitor.treeGrown(grown.size());
                        return result.apply(grown);
                    };
                },
                monitor);
    }
}
