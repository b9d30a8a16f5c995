package io.loanflow.trees.grow;

/** Sorts numbers together with what belongs to each: runs by insertion, then merged. Stable. */
final class PairSort {

    private static final int RUN = 32;

    private double[] values = new double[RUN];

    private long[] payload = new long[RUN];

    private double[] otherValues = values;

    private long[] otherPayload = payload;

    /** Makes room for so many numbers; forgets those there are. */
    void room(int size) {
        if (size > values.length) {
            values = new double[size];
            payload = new long[size];
            otherValues = new double[size];
            otherPayload = new long[size];
        }
    }

    /** The numbers to sort. */
    double[] keys() {
        return values;
    }

    /** What belongs to the numbers. */
    long[] payload() {
        return payload;
    }

    void sort(int start, int end) {
        for (int from = start; from < end; from += RUN) {
            insertionSort(from, Math.min(end, from + RUN));
        }
        for (int width = RUN; width < end - start; width *= 2) {
            for (int from = start; from + width < end; from += 2 * width) {
                merge(from, from + width, Math.min(end, from + 2 * width));
            }
        }
    }

    private void insertionSort(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            double value = values[i];
            long belongs = payload[i];
            int at = i;
            for (; at > from && values[at - 1] > value; at--) {
                values[at] = values[at - 1];
                payload[at] = payload[at - 1];
            }
            values[at] = value;
            payload[at] = belongs;
        }
    }

    private void merge(int from, int middle, int to) {
        System.arraycopy(values, from, otherValues, from, middle - from);
        System.arraycopy(payload, from, otherPayload, from, middle - from);
        int left = from;
        int right = middle;
        for (int at = from; left < middle; at++) {
            if (right < to && values[right] < otherValues[left]) {
                values[at] = values[right];
                payload[at] = payload[right++];
            } else {
                values[at] = otherValues[left];
                payload[at] = otherPayload[left++];
            }
        }
    }
}
