package io.loanflow.trees.boosting;

import io.loanflow.trees.grow.TrainingTable;
import io.loanflow.trees.grow.TreeRandom;
import io.loanflow.trees.tree.Readings;
import io.loanflow.trees.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * Grows trees each of which lowers the logistic loss that those before it left: gradient boosting with second derivatives (Friedman: Greedy
 * Function Approximation, 2001; Chen and Guestrin: XGBoost, KDD 2016), leaf by leaf as LightGBM does.
 *
 * <p>The model follows from the rows and the parameters alone: not from the number of threads or the platform. Rows of a table are not
 * copied; while it works, it holds, for each row, the bins of {@link BinnedTable} (a byte or two a column), 36 bytes, and for each leaf 16
 * bytes a bin.
 */
public final class GradientBoosting {

    private static final int LABELS = 2;

    private final BoostingParameters parameters;
    private final int rows;
    private final LogisticLoss loss;
    private final TreeGrower grower;
    private final Bagging bagging;
    private final Crew crew;
    private final double bias;

    private GradientBoosting(TrainingTable table, String positive, BoostingParameters parameters, Crew crew) {
        this.parameters = parameters;
        this.crew = crew;
        rows = table.rows();
        double[][] columns = IntStream.range(0, table.featureNames().size())
                .mapToObj(table::column)
                .toArray(double[][]::new);
        FixedPoint numbers = new FixedPoint(rows);
        boolean[] categorical = CategoryChecks.categorical(table.featureNames(), columns, parameters);
        BinnedTable binned = new BinnedTable(columns, categorical, parameters.maxBin(), crew);
        loss = new LogisticLoss(labels(table, positive), numbers);
        grower = new TreeGrower(
                binned,
                columns,
                new LeafSearch.Growing(parameters, numbers, monotone(table.featureNames(), parameters), categorical),
                crew);
        bagging = new Bagging(parameters.sampling(), parameters.seed(), grower.order());
        bias = loss.initialScore();
    }

    /** Hears of each tree. */
    @FunctionalInterface
    public interface Watch {

        /** Called on the thread that asked for the model. An exception ends the growth; false ends it with the trees grown so far. */
        boolean wantsMore(Step step);
    }

    /**
     * One more tree.
     *
     * @param bias see {@link BoostedTrees}
     * @param tree the newest
     * @param readings what its features stand for
     * @param trees how many there are now
     */
    public record Step(double bias, Tree tree, Readings readings, int trees) {}

    /**
     * Grows a model.
     *
     * @param table with two labels; missing values (NaN) learn which way they go
     * @param positive the one whose probability the score is
     * @param threads that work; has no influence on the model
     * @throws IllegalArgumentException if the table or the parameters do not suit, with how to mend it
     * @throws CancellationException if the calling thread is interrupted; it stays interrupted
     */
    public static BoostedTrees grow(
            TrainingTable table, String positive, BoostingParameters parameters, int threads, Watch watch) {
        Checks.require(
                table.labelNames().size() == LABELS && table.labelNames().contains(positive),
                "The labels are " + table.labelNames() + ": give two of them, one of which is " + positive);
        Checks.require(threads >= 1, "threads is " + threads + ": give at least 1");
        try (Crew crew = new Crew(threads)) {
            GradientBoosting boosting = new GradientBoosting(table, positive, parameters, crew);
            List<Tree> trees = boosting.trees(watch);
            return new BoostedTrees(table.featureNames(), boosting.grower.readings(), boosting.bias, trees);
        }
    }

    private static int[] labels(TrainingTable table, String positive) {
        int one = table.labelNames().indexOf(positive);
        return IntStream.range(0, table.rows())
                .map(row -> table.label(row) == one ? 1 : 0)
                .toArray();
    }

    private static int[] monotone(List<String> features, BoostingParameters parameters) {
        parameters
                .monotone()
                .keySet()
                .forEach(name -> Checks.require(
                        features.contains(name),
                        "monotone names " + name + ", which is no feature: the features are " + features));
        return features.stream()
                .mapToInt(name -> parameters.monotone().getOrDefault(name, 0))
                .toArray();
    }

    private List<Tree> trees(Watch watch) {
        List<Tree> trees = new ArrayList<>();
        share((from, to) -> loss.start(from, to, bias));
        boolean more = true;
        for (int number = 0; more && number < parameters.trees(); number++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("Interrupted while a model grew");
            }
            int inBag = bagging.rows(number);
            Tree tree = grower.grow(inBag, loss.derivatives(), TreeRandom.derive(parameters.seed(), number));
            trees.add(tree);
            share((from, to) -> update(tree, from, to));
            more = watch.wantsMore(new Step(bias, tree, grower.readings(), number + 1));
        }
        return trees;
    }

    private interface Span {
        void take(int from, int to);
    }

    private void share(Span span) {
        int threads = crew.threads();
        crew.run(thread ->
                span.take((int) ((long) rows * thread / threads), (int) ((long) rows * (thread + 1) / threads)));
    }

    private void update(Tree tree, int from, int to) {
        int[] order = grower.order().array();
        for (Leaf leaf : grower.leaves()) {
            loss.add(order, Math.max(from, leaf.from), Math.min(to, leaf.to), grower.shrunk(leaf));
        }
        // Rows that the tree has not seen.
        for (int i = Math.max(from, bagging.rowsInBag()); i < to; i++) {
            loss.add(order[i], grower.valueOf(tree, order[i]));
        }
    }
}
