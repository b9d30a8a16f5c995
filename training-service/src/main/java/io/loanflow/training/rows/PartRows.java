package io.loanflow.training.rows;

import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.contracts.feature.FeatureSchema;
import io.loanflow.model.TargetLabels;
import io.loanflow.model.family.LabelledRows;
import io.loanflow.model.row.FeatureColumns;
import io.loanflow.training.statistics.Clusters;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All rows of one part, column by column. Arrays are shared, not copied: whoever reads them leaves them alone.
 *
 * @param columns one array for each feature
 * @param labels 1 where the decision is positive, else 0
 * @param companions one array for each companion column; empty text where the value is missing
 */
// The arrays are the point; parts are never compared.
@SuppressWarnings("ArrayRecordComponent")
public record PartRows(
        List<String> features, List<String> companionNames, double[][] columns, byte[] labels, String[][] companions) {

    public int size() {
        return labels.length;
    }

    /**
     * To learn from.
     *
     * @param monotone by feature, see {@link LabelledRows#monotone}
     */
    public LabelledRows labelled(TargetLabels targets, Map<String, Integer> monotone) {
        LabelledRows rows = new LabelledRows(features, columns, labelNumbers(), targets, monotone);
        int[] groups = groups();
        return groups == null ? rows : rows.withGroups(groups);
    }

    /** Rows of one group, where the data set is split by groups; else each row is by itself. */
    public Clusters clusters() {
        int[] groups = groups();
        return groups == null ? Clusters.alone(size()) : Clusters.of(groups);
    }

    private int @Nullable [] groups() {
        return companionNames.contains(FeatureSchema.GROUP)
                ? Arrays.stream(companion(FeatureSchema.GROUP))
                        .mapToInt(group -> group.isEmpty() ? -1 : Integer.parseInt(group))
                        .toArray()
                : null;
    }

    private int[] labelNumbers() {
        int[] numbers = new int[labels.length];
        for (int row = 0; row < labels.length; row++) {
            numbers[row] = labels[row];
        }
        return numbers;
    }

    /** Some of the rows, without companions. */
    public PartRows only(int[] positions) {
        double[][] some = new double[columns.length][positions.length];
        byte[] someLabels = new byte[positions.length];
        for (int i = 0; i < positions.length; i++) {
            for (int column = 0; column < some.length; column++) {
                some[column][i] = columns[column][positions[i]];
            }
            someLabels[i] = labels[positions[i]];
        }
        return new PartRows(features, List.of(), some, someLabels, new String[0][]);
    }

    /** As a model scores them. */
    public FeatureColumns encodedBy(FeatureEncoder encoder) {
        return new FeatureColumns(encoder, columns, size());
    }

    public int positives() {
        int positives = 0;
        for (byte label : labels) {
            positives += label;
        }
        return positives;
    }

    /** Whether both decisions occur, without which there is nothing to learn or to measure. */
    public boolean hasBothClasses() {
        int positives = positives();
        return positives > 0 && positives < size();
    }

    /** @throws IllegalArgumentException if there is no such column */
    public String[] companion(String name) {
        int index = companionNames.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("the batches carry no column " + name + ", only " + companionNames);
        }
        return companions[index];
    }
}
