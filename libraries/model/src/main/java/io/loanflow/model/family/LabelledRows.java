package io.loanflow.model.family;

import io.loanflow.model.TargetLabels;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows with their decisions, to learn from. Arrays are shared, not copied.
 *
 * @param features names of the columns
 * @param columns one array for each feature; finite numbers
 * @param labels 1 where the decision is positive, else 0
 * @param targets what the labels are called
 * @param monotone by feature, 1 where the score must not fall as the feature rises, -1 where it must not rise
 * @param groups by number, from 0, which is the same for the rows of a group, whose labels say something of each other; -1 of a row of
 *     none, null where there are no groups
 */
// The arrays are the point; rows are never compared.
@SuppressWarnings("ArrayRecordComponent")
public record LabelledRows(
        List<String> features,
        double[][] columns,
        int[] labels,
        TargetLabels targets,
        Map<String, Integer> monotone,
        int @Nullable [] groups) {

    public LabelledRows {
        monotone = Map.copyOf(monotone);
    }

    /** Rows without groups. */
    public LabelledRows(
            List<String> features,
            double[][] columns,
            int[] labels,
            TargetLabels targets,
            Map<String, Integer> monotone) {
        this(features, columns, labels, targets, monotone, null);
    }

    /** The same rows, with their groups. */
    public LabelledRows withGroups(int[] numbers) {
        return new LabelledRows(features, columns, labels, targets, monotone, numbers);
    }

    public int size() {
        return labels.length;
    }

    /** How many rows have the positive label. */
    public int positives() {
        return Arrays.stream(labels).sum();
    }

    /** Nothing is learnt from rows of one class. */
    public boolean hasBothClasses() {
        int positives = positives();
        return positives > 0 && positives < labels.length;
    }

    /** Positions of some rows, in order. */
    int[] positions(IntPredicate wanted) {
        return IntStream.range(0, labels.length).filter(wanted).toArray();
    }

    /** A copy of some rows. */
    LabelledRows only(int[] positions) {
        double[][] some = Arrays.stream(columns)
                .map(column ->
                        Arrays.stream(positions).mapToDouble(row -> column[row]).toArray())
                .toArray(double[][]::new);
        return new LabelledRows(
                features,
                some,
                of(labels, positions),
                targets,
                monotone,
                groups == null ? null : of(groups, positions));
    }

    private static int[] of(int[] values, int[] positions) {
        return Arrays.stream(positions).map(row -> values[row]).toArray();
    }
}
