package io.loanflow.trees.tree;

import java.util.BitSet;
import java.util.List;

/**
 * What the features of trees stand for: feature {@code i} of a tree is the reading {@code i} of a row. Immutable and thread-safe.
 */
public final class Readings {

    private final List<Reading> list;

    private final boolean plain;

    /** By reading, its categories; null for others. */
    private final BitSet[] categories;

    public Readings(List<Reading> list) {
        this.list = List.copyOf(list);
        this.plain = this.list.equals(Reading.numbers(list.size()));
        this.categories = this.list.stream().map(Readings::bits).toArray(BitSet[]::new);
    }

    private static BitSet bits(Reading reading) {
        BitSet bits = new BitSet();
        reading.categories().forEach(bits::set);
        return bits;
    }

    /** Each feature as it is, and nothing else. */
    public static Readings plain(int features) {
        return new Readings(Reading.numbers(features));
    }

    public List<Reading> list() {
        return list;
    }

    public int size() {
        return list.size();
    }

    /** Whether a row's readings are the row itself. */
    public boolean isPlain() {
        return plain;
    }

    /** What a split compares with its threshold; NaN only where a missing value is read as a number. */
    public double read(int reading, double value) {
        return switch (list.get(reading).kind()) {
            case NUMBER -> value;
            case MISSING_BELOW -> Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
            case MISSING_ABOVE -> Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
            case CATEGORIES -> value >= 0 && value < Reading.CATEGORIES && categories[reading].get((int) value) ? 0 : 1;
        };
    }

    /** A row's readings; the row itself where they are plain. */
    public double[] of(double[] row) {
        if (plain) {
            return row;
        }
        double[] read = new double[list.size()];
        for (int i = 0; i < read.length; i++) {
            read[i] = read(i, row[list.get(i).feature()]);
        }
        return read;
    }

    /** The readings of rows {@code from} to below {@code to} of columns, by reading and row. */
    public double[][] of(double[][] columns, int from, int to) {
        double[][] read = new double[list.size()][to - from];
        for (int i = 0; i < read.length; i++) {
            double[] column = columns[list.get(i).feature()];
            for (int row = from; row < to; row++) {
                read[i][row - from] = read(i, column[row]);
            }
        }
        return read;
    }

    /** The leaf of a tree that a row comes to. */
    public int leafOf(Tree tree, double[] row) {
        int node = 0;
        while (!tree.isLeaf(node)) {
            int reading = tree.feature(node);
            double value = read(reading, row[list.get(reading).feature()]);
            node = tree.left(node) + (value > tree.threshold(node) ? 1 : 0);
        }
        return node;
    }

    /** The leaf of a tree that a row of columns comes to. */
    public int leafOf(Tree tree, double[][] columns, int row) {
        int node = 0;
        while (!tree.isLeaf(node)) {
            int reading = tree.feature(node);
            double value = read(reading, columns[list.get(reading).feature()][row]);
            node = tree.left(node) + (value > tree.threshold(node) ? 1 : 0);
        }
        return node;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Readings readings && list.equals(readings.list);
    }

    @Override
    public int hashCode() {
        return list.hashCode();
    }

    @Override
    public String toString() {
        return list.toString();
    }
}
