package io.loanflow.training.statistics;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which rows came together, such as those of one customer, and so say less about other rows than as many that did not.
 */
public final class Clusters {

    /** By row, from 0. */
    private final int[] of;

    private final int count;

    private Clusters(int[] of, int count) {
        this.of = of;
        this.count = count;
    }

    /** Each row by itself. */
    public static Clusters alone(int rows) {
        return new Clusters(IntStream.range(0, rows).toArray(), rows);
    }

    /** @param groups by row; a row of a negative one is by itself */
    public static Clusters of(int[] groups) {
        Map<Integer, Integer> numbers = new HashMap<>();
        int[] of = new int[groups.length];
        int count = 0;
        for (int row = 0; row < groups.length; row++) {
            Integer known = groups[row] < 0 ? null : numbers.putIfAbsent(groups[row], count);
            of[row] = known == null ? count++ : known;
        }
        return new Clusters(of, count);
    }

    /** Those of some rows, in the order in which they are named. */
    public Clusters only(int[] rows) {
        return of(Arrays.stream(rows).map(row -> of[row]).toArray());
    }

    public int count() {
        return count;
    }

    public int rows() {
        return of.length;
    }

    /** Of a row, from 0. */
    public int of(int row) {
        return of[row];
    }

    /** How many have a row of a label. */
    public int with(byte[] labels, int label) {
        boolean[] has = new boolean[count];
        for (int row = 0; row < of.length; row++) {
            has[of[row]] |= labels[row] == label;
        }
        return (int) IntStream.range(0, count).filter(cluster -> has[cluster]).count();
    }

    /** Sums of a number that each row has, by cluster. */
    double[] sums(double[] values) {
        double[] sums = new double[count];
        for (int row = 0; row < of.length; row++) {
            sums[of[row]] += values[row];
        }
        return sums;
    }
}
