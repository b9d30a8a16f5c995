package io.loanflow.trees.boosting;

import io.loanflow.trees.tree.Tree;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Log loss of rows that a model does not learn from, after each tree: where it rises, more trees do not help. */
public final class LossCurve {

    /** Factors of at most 2 whose product is still a double. */
    private static final int FACTORS = 512;

    private final double[][] columns;
    private final int[] labels;
    private final Descent descent;
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
        this.columns =
                Arrays.stream(sorted).mapToObj(feature -> columns[feature]).toArray(double[][]::new);
        descent = new Descent(this.columns, labels.length);
        logOdds = new double[labels.length];
    }

    /** Takes the next tree. */
    public void add(GradientBoosting.Step step) {
        if (size == 0) {
            Arrays.fill(logOdds, step.bias());
        }
        double sum = step.readings().isPlain() ? addMany(step.tree()) : addEach(step);
        if (size == losses.length) {
            losses = Arrays.copyOf(losses, 2 * size);
        }
        losses[size] = sum / logOdds.length;
        if (best < 0 || losses[size] < losses[best]) {
            best = size;
        }
        size++;
    }

    /** Of scores that a tree moves; the sum of the losses then. */
    private double addMany(Tree tree) {
        double[] sum = {0};
        descent.down(tree, (leaf, order, from, to) -> {
            double value = tree.value(leaf, 0);
            for (int i = from; i < to; i += FACTORS) {
                sum[0] += add(order, i, Math.min(to, i + FACTORS), value);
            }
        });
        return sum[0];
    }

    /** One logarithm of a product instead of as many as there are rows. */
    private double add(int[] order, int from, int to, double value) {
        double wrong = 0;
        double product = 1;
        for (int i = from; i < to; i++) {
            int row = order[i];
            double score = logOdds[row] + value;
            logOdds[row] = score;
            wrong += LogisticLoss.linear(labels[row], score);
            product *= 1 + LogisticLoss.rest(score);
        }
        return wrong + StrictMath.log(product);
    }

    /** Where a split looks at readings of the features. */
    private double addEach(GradientBoosting.Step step) {
        double sum = 0;
        double[] values = new double[columns.length];
        for (int row = 0; row < logOdds.length; row++) {
            for (int feature = 0; feature < values.length; feature++) {
                values[feature] = columns[feature][row];
            }
            logOdds[row] += step.tree().value(step.readings().leafOf(step.tree(), values), 0);
            sum += LogisticLoss.of(labels[row], logOdds[row]);
        }
        return sum;
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
