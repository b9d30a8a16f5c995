package io.loanflow.trees.grow;

/** The node being split: its rows among the samples and their counts by label. */
final class NodeRows {

    private final Samples samples;

    private final long[] counts;

    private int from;

    private int to;

    NodeRows(Samples samples, int labels) {
        this.samples = samples;
        this.counts = new long[labels];
    }

    void set(int from, int to, long[] source, int offset) {
        this.from = from;
        this.to = to;
        System.arraycopy(source, offset, counts, 0, counts.length);
    }

    long[] samples() {
        return samples.array();
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    int size() {
        return to - from;
    }

    long[] counts() {
        return counts;
    }

    boolean pure() {
        int present = 0;
        for (long count : counts) {
            present += count == 0 ? 0 : 1;
        }
        return present == 1;
    }
}
