package io.loanflow.trees.grow;

import java.util.Arrays;

/**
 * The rows a tree learns from. Each is one long: the row's number above, the label and the weight (how often it was drawn)
 * below, so that a node's pass over its rows reads one array in order.
 *
 * <p>Rows of a node lie next to each other, ascending. Memory: 18 bytes per row of the table.
 */
final class Samples {

    private final long[] samples;

    private final long[] spare;

    private final char[] weights;

    private int size;

    Samples(int rows) {
        samples = new long[rows];
        spare = new long[rows];
        weights = new char[rows];
    }

    /** Takes every row with a positive weight. */
    void draw(TrainingTable table, Bootstrap bootstrap, int tree) {
        bootstrap.draw(tree, weights);
        size = 0;
        for (int row = 0; row < weights.length; row++) {
            if (weights[row] > 0) {
                samples[size++] = (long) row << 32 | (long) table.label(row) << 16 | weights[row];
            }
        }
    }

    int size() {
        return size;
    }

    long get(int index) {
        return samples[index];
    }

    /** Indexed by position; the rows of a node from its {@code from} to below its {@code to}. */
    long[] array() {
        return samples;
    }

    static int row(long sample) {
        return (int) (sample >>> 32);
    }

    static int label(long sample) {
        return (int) sample >>> 16;
    }

    /** One row above and the weight below, to be added up: sums of rows and of weights in one addition. */
    static long count(long sample) {
        return 1L << 32 | (sample & 0xffff);
    }

    static int rows(long count) {
        return (int) (count >>> 32);
    }

    static int weight(long count) {
        return (int) count;
    }

    /** Adds up the counts of each label. */
    void count(int from, int to, long[] counts) {
        Arrays.fill(counts, 0);
        for (int i = from; i < to; i++) {
            counts[label(samples[i])] += count(samples[i]);
        }
    }

    /** Moves rows whose bin is at most the given one to the front, keeping the order. */
    void partition(int from, int to, byte[] bins, int bin) {
        int left = from;
        int right = 0;
        for (int i = from; i < to; i++) {
            long sample = samples[i];
            // Written to both sides: which one it was shows in the position that moves on, without a branch.
            int goesLeft = (bins[row(sample)] & 0xff) <= bin ? 1 : 0;
            samples[left] = sample;
            spare[right] = sample;
            left += goesLeft;
            right += 1 - goesLeft;
        }
        System.arraycopy(spare, 0, samples, left, right);
    }

    /** Moves rows whose value is at most the threshold to the front, keeping the order. */
    void partition(int from, int to, double[] column, double threshold) {
        int left = from;
        int right = 0;
        for (int i = from; i < to; i++) {
            long sample = samples[i];
            int goesLeft = column[row(sample)] <= threshold ? 1 : 0;
            samples[left] = sample;
            spare[right] = sample;
            left += goesLeft;
            right += 1 - goesLeft;
        }
        System.arraycopy(spare, 0, samples, left, right);
    }
}
