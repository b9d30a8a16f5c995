package io.loanflow.model.family;

import io.loanflow.trees.score.TreeScorer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Leaves each fold out once, fits a model on the other rows, and scores the fold by it. */
public final class CrossFit {

    private final LabelledRows rows;
    private final Parameters parameters;
    private final Folding folding;
    private final Growth growth;
    private final int[] foldOf;

    /**
     * @param parameters of all models
     * @param growth told the trees of all models together
     */
    public CrossFit(LabelledRows rows, Parameters parameters, Folding folding, Growth growth) {
        this.rows = rows;
        this.parameters = parameters;
        this.folding = folding;
        this.growth = growth;
        foldOf = folding.of(rows);
    }

    /** With as many trees as the parameters say. */
    public OutOfFold scores() {
        double[] scores = new double[rows.size()];
        Arrays.fill(scores, Double.NaN);
        if (parameters.family() instanceof Staged) {
            var unused = SideBySide.run(folding.folds(), growth, (fold, share) -> score(fold, share, scores));
        } else {
            for (int fold = 0; fold < folding.folds(); fold++) {
                score(fold, growth.after(fold * parameters.trees()), scores);
            }
        }
        return new OutOfFold(scores, parameters.trees());
    }

    /** Returns whether there is something to learn. */
    private boolean score(int fold, Growth share, double[] scores) {
        boolean teaches = teaches(fold);
        if (teaches) {
            score(fold, parameters.family().fit(others(fold), parameters, share).scorer(), scores);
        }
        return teaches;
    }

    /**
     * With the number of trees of least log loss over all folds, where trees grow each after the other; else as {@link #scores}.
     *
     * @param patience each model ends after so many trees that did not make it better on its fold; at least 1
     */
    public OutOfFold scores(int patience) {
        return parameters.family() instanceof Staged staged ? scores(staged, patience) : scores();
    }

    private OutOfFold scores(Staged family, int patience) {
        if (!IntStream.range(0, folding.folds()).allMatch(this::teaches)) {
            return scores();
        }
        List<Staged.Stages> models = SideBySide.run(
                folding.folds(),
                growth,
                (fold, share) -> family.fit(others(fold), left(fold), parameters, share, patience));
        int trees = best(models);
        double[] scores = new double[rows.size()];
        for (int fold = 0; fold < models.size(); fold++) {
            score(fold, models.get(fold).first(trees), scores);
        }
        return new OutOfFold(scores, trees);
    }

    /** The number of trees, among those that all models have, whose losses weighted by the folds' rows have the least sum. */
    private int best(List<Staged.Stages> models) {
        int[] sizes = new int[folding.folds()];
        for (int fold : foldOf) {
            sizes[fold]++;
        }
        List<double[]> losses = models.stream().map(Staged.Stages::losses).toList();
        int shortest = losses.stream().mapToInt(curve -> curve.length).min().orElseThrow();
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int trees = 0; trees < shortest; trees++) {
            double sum = 0;
            for (int fold = 0; fold < losses.size(); fold++) {
                sum += losses.get(fold)[trees] * sizes[fold];
            }
            if (sum < least) {
                least = sum;
                best = trees;
            }
        }
        return best + 1;
    }

    private void score(int fold, TreeScorer model, double[] scores) {
        int[] positions = rows.positions(row -> foldOf[row] == fold);
        LabelledRows left = rows.only(positions);
        double[] scored = model.scoreColumns(left.columns(), left.size());
        for (int i = 0; i < positions.length; i++) {
            scores[positions[i]] = scored[i];
        }
    }

    /** Whether the other folds have rows of both labels. */
    private boolean teaches(int fold) {
        int[] others = rows.positions(row -> foldOf[row] != fold);
        int positives = IntStream.of(others).map(row -> rows.labels()[row]).sum();
        return positives > 0 && positives < others.length;
    }

    private LabelledRows others(int fold) {
        return rows.only(rows.positions(row -> foldOf[row] != fold));
    }

    private LabelledRows left(int fold) {
        return rows.only(rows.positions(row -> foldOf[row] == fold));
    }
}
