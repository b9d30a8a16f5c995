package io.loanflow.training.evaluation;

import io.loanflow.contracts.dataset.Slice;
import io.loanflow.training.rows.PartRows;
import java.util.Arrays;

/** How good a model is on the rows of one slice. */
public record SliceEvaluation(Slice slice, Evaluation evaluation) {

    static SliceEvaluation of(Slice slice, PartRows rows, double[] scores, double threshold) {
        String[] values = rows.companion(slice.column());
        byte[] labels = new byte[rows.size()];
        double[] chosen = new double[rows.size()];
        int found = 0;
        for (int row = 0; row < rows.size(); row++) {
            if (values[row].equals(slice.value())) {
                labels[found] = rows.labels()[row];
                chosen[found++] = scores[row];
            }
        }
        return new SliceEvaluation(
                slice, Evaluation.of(Arrays.copyOf(labels, found), Arrays.copyOf(chosen, found), threshold));
    }

    public long rows() {
        return evaluation.decisions().rows();
    }
}
