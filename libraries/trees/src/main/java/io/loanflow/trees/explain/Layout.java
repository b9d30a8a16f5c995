package io.loanflow.trees.explain;

import io.loanflow.trees.tree.RowReadings;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How trees find what they look at in rows. What they read of a place belongs to the place's group, however often they read it otherwise: as
 * missing to one side and to the other, or by different sets of categories.
 */
final class Layout {

    /** Rows whose readings are made at once, where they are not the rows themselves. */
    private static final int PIECE = 4096;

    private final RowReadings readings;

    /** Of what is read. */
    private final Groups groups;

    /** By feature of the trees, its place in what is read. */
    private final int[] places;

    Layout(TreeSum model, Groups groups) {
        readings = new RowReadings(model.featureNames(), model.readings(), groups.featureNames());
        List<Integer> groupOf = IntStream.range(0, readings.names().size())
                .mapToObj(read -> groups.groupOf().get(readings.columnOf(read)))
                .toList();
        this.groups = new Groups(readings.names(), groupOf, groups.names());
        places = model.placesIn(readings.names());
    }

    Preorder order(TreeSum.Term term) {
        return new Preorder(term, places, groups.array());
    }

    /** @throws IllegalArgumentException if the row has another length, or misses a value that cannot be read */
    double[] read(double[] row) {
        double[] read = readings.of(row);
        groups.check(read);
        return read;
    }

    /** As {@link #read(double[])}, by what is read and row. */
    double[][] read(double[][] columns, int rows) {
        double[][] read = readings.isPlain() ? columns : readings.of(columns, 0, rows);
        groups.check(read, rows);
        return read;
    }

    /** Explains what is read of some rows. */
    @FunctionalInterface
    interface Explaining {
        double[][] explain(double[][] read, int rows);
    }

    /** Rows of columns, some at a time where readings take memory of their own. */
    double[][] each(double[][] columns, int rows, Explaining explaining) {
        if (readings.isPlain()) {
            return explaining.explain(read(columns, rows), rows);
        }
        double[][] contributions = new double[groups.size()][rows];
        for (int from = 0; from < rows; from += PIECE) {
            int count = Math.min(PIECE, rows - from);
            double[][] read = readings.of(columns, from, from + count);
            groups.check(read, count);
            double[][] part = explaining.explain(read, count);
            for (int group = 0; group < part.length; group++) {
                System.arraycopy(part[group], 0, contributions[group], from, count);
            }
        }
        return contributions;
    }
}
