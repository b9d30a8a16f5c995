package io.loanflow.trees.grow;

import java.util.Arrays;

/** Nodes that wait to be grown, each with its rows, depth, number and counts by label. */
final class NodeStack {

    private static final int FIELDS = 5;

    private final int labels;

    private int[] fields = new int[64 * FIELDS];

    private long[] counts;

    private int size;

    NodeStack(int labels) {
        this.labels = labels;
        this.counts = new long[64 * labels];
    }

    /** @param number of the node in its tree */
    void push(int from, int to, int depth, int number, int constants, long[] nodeCounts) {
        if (size * FIELDS == fields.length) {
            fields = Arrays.copyOf(fields, 2 * fields.length);
            counts = Arrays.copyOf(counts, 2 * counts.length);
        }
        int at = size * FIELDS;
        fields[at] = from;
        fields[at + 1] = to;
        fields[at + 2] = depth;
        fields[at + 3] = number;
        fields[at + 4] = constants;
        System.arraycopy(nodeCounts, 0, counts, size * labels, labels);
        size++;
    }

    boolean pop(NodeRows node) {
        if (size == 0) {
            return false;
        }
        size--;
        node.set(fields[size * FIELDS], fields[size * FIELDS + 1], counts, size * labels);
        return true;
    }

    /** Of the node popped last. */
    int depth() {
        return fields[size * FIELDS + 2];
    }

    /** Of the node popped last. */
    int number() {
        return fields[size * FIELDS + 3];
    }

    /** Of the node popped last. */
    int constants() {
        return fields[size * FIELDS + 4];
    }
}
