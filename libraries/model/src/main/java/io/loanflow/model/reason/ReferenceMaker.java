package io.loanflow.model.reason;

import io.loanflow.model.family.LabelledRows;
import java.util.stream.IntStream;

/** Takes the reference from the rows that a model was fitted on. */
public final class ReferenceMaker {

    private ReferenceMaker() {}

    /** @param rows with at least one of the positive label */
    public static Reference of(LabelledRows rows) {
        return new Reference(
                rows.positives(),
                IntStream.range(0, rows.columns().length)
                        .mapToObj(
                                feature -> new Reference.Feature(rows.features().get(feature), mean(rows, feature)))
                        .toList());
    }

    private static double mean(LabelledRows rows, int feature) {
        double[] column = rows.columns()[feature];
        return IntStream.range(0, rows.size())
                .filter(row -> rows.labels()[row] == 1)
                .mapToDouble(row -> column[row])
                .average()
                .orElseThrow(() -> new IllegalArgumentException("there is no row of the positive label"));
    }
}
