package io.loanflow.trees.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * What a model reads of rows of named columns: the rows themselves where it reads numbers only, else its readings of those columns that are
 * there. Immutable and thread-safe.
 */
public final class RowReadings {

    private final List<String> columns;

    private final List<String> names;

    /** Of columns. */
    private final Readings readings;

    private final int[] columnOf;

    /**
     * Of a model.
     *
     * @param features what the model's features are called
     * @param modelReadings of these
     * @param columns of the rows; may hold names that the model does not know, and need not hold all that it does
     */
    public RowReadings(List<String> features, Readings modelReadings, List<String> columns) {
        this.columns = List.copyOf(columns);
        List<String> found = new ArrayList<>();
        List<Reading> placed = new ArrayList<>();
        for (Reading reading : modelReadings.list()) {
            String feature = features.get(reading.feature());
            int column = columns.indexOf(feature);
            if (column >= 0) {
                found.add(reading.name(feature));
                placed.add(new Reading(column, reading.kind(), reading.categories()));
            }
        }
        boolean plain = modelReadings.isPlain();
        names = plain ? this.columns : List.copyOf(found);
        readings = plain ? Readings.plain(columns.size()) : new Readings(placed);
        columnOf = readings.list().stream().mapToInt(Reading::feature).toArray();
    }

    /** What is read, in order. */
    public List<String> names() {
        return names;
    }

    /** The column of which something is read. */
    public int columnOf(int read) {
        return columnOf[read];
    }

    public boolean isPlain() {
        return readings.isPlain();
    }

    /**
     * Of a row.
     *
     * @throws IllegalArgumentException if it has another length
     */
    public double[] of(double[] row) {
        require(row.length);
        return readings.of(row);
    }

    /**
     * Of rows {@code from} to below {@code to}.
     *
     * @throws IllegalArgumentException if there are more or fewer columns
     */
    public double[][] of(double[][] rows, int from, int to) {
        require(rows.length);
        return readings.of(rows, from, to);
    }

    private void require(int width) {
        if (width != columns.size()) {
            throw new IllegalArgumentException("There are " + width + " values and the model needs " + columns.size()
                    + ": give one for each of " + columns);
        }
    }
}
