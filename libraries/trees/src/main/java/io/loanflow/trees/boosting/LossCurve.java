package io.loanflow.trees.boosting;

import io.loanflow.trees.tree.Tree;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Log loss of rows that a model does not learn from, after each tree: where it rises, more trees do not help. */
public final class LossCurve {

    private final double[][] rows;
    private final int[] labels;
    private final double[] logOdds;
    private double[] losses = new double[100];
    private int size;
    private int best = -1;

    /**
     * @param featureNames of the columns: those that the model learns from, in any order
     * @param columns one array a feature
     * @param labels 1 where the label is the positive one, else 0
     */
    public LossCurve(List<String> featureNames, double[][] columns, int[] labels) {
        this.labels = labels.clone();
        // As trees number them.
        int[] sorted = IntStream.range(0, columns.length)
                .boxed()
                .sorted(Comparator.comparing(featureNames::get))
                .mapToInt(Integer::intValue)
                .toArray();
        rows = new double[labels.length][columns.length];
        for (int row = 0; row < labels.length; row++) {
            for (int feature = 0; feature < sorted.length; feature++) {
                rows[row][feature] = columns[sorted[feature]][row];
            }
        }
        logOdds = new double[labels.length];
    }

    /** Takes the next tree. */
    public void add(GradientBoosting.Step step) {
        if (size == 0) {
            Arrays.fill(logOdds, step.bias());
        }
        Tree tree = step.tree();
        double sum = 0;
        for (int row = 0; row < logOdds.length; row++) {
            logOdds[row] += tree.value(leafOf(step, row), 0);
            sum += LogisticLoss.of(labels[row], logOdds[row]);
        }
        if (size == losses.length) {
            losses = Arrays.copyOf(losses, 2 * size);
        }
        losses[size] = sum / logOdds.length;
        if (best < 0 || losses[size] < losses[best]) {
            best = size;
        }
        size++;
    }

    private int leafOf(GradientBoosting.Step step, int row) {
        return step.readings().isPlain()
                ? step.tree().leafOf(rows[row])
                : step.readings().leafOf(step.tree(), rows[row]);
    }

    /** Mean after each tree, in nats. */
    public double[] losses() {
        return Arrays.copyOf(losses, size);
    }

    /** How many trees came since the one after which the loss was least. */
    public int sinceBest() {
        return size - 1 - best;
    }
}
