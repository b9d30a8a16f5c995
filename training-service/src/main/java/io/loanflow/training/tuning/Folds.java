package io.loanflow.training.tuning;

import io.loanflow.model.family.Folding;
import io.loanflow.model.family.LabelledRows;
import io.loanflow.training.rows.TrainingImpossibleException;
import io.loanflow.training.rows.TrainingRows;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Which rows of the training part are in which fold. */
final class Folds {

    private final LabelledRows rows;
    private final int[][] folds;

    private Folds(LabelledRows rows, int[][] folds) {
        this.rows = rows;
        this.folds = folds;
    }

    static Folds of(TrainingRows training, Folding folding) {
        LabelledRows rows = training.labelled();
        int[] foldOf = folding.of(rows);
        return new Folds(
                rows,
                IntStream.range(0, folding.folds())
                        .mapToObj(fold -> IntStream.range(0, foldOf.length)
                                .filter(row -> foldOf[row] == fold)
                                .toArray())
                        .toArray(int[][]::new));
    }

    /** @throws TrainingImpossibleException if a fold or the others together have one class only */
    void requireBothClasses() {
        int positives = rows.positives();
        for (int[] fold : folds) {
            int inside = IntStream.of(fold).map(row -> rows.labels()[row]).sum();
            int outside = positives - inside;
            if (inside == 0 || inside == fold.length || outside == 0 || outside == rows.size() - fold.length) {
                throw new TrainingImpossibleException("A fold of " + fold.length + " rows has " + inside
                        + " positive ones: each needs rows of both decisions. Give fewer folds in training.yaml, or load"
                        + " more data.");
            }
        }
    }

    /** @param value of the positions of a fold's rows */
    double[] each(ToDoubleFunction<int[]> value) {
        double[] values = new double[folds.length];
        for (int fold = 0; fold < folds.length; fold++) {
            values[fold] = value.applyAsDouble(folds[fold]);
        }
        return values;
    }
}
