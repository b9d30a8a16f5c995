package io.loanflow.forest;

/**
 * The arrays behind a {@link FlatForest}.
 *
 * @param roots the first node of each tree
 * @param columns per split node, the column it looks at
 * @param thresholds per split node, the value above which a row goes right
 * @param children per split node, its left child (the right one follows it); per leaf, the complement of its number
 * @param stride how many masses a leaf has
 * @param masses per leaf, the weighted scores of its labels in the order in which Tribuo adds them, filled up with zeros
 * @param positives per leaf, the weighted score of the positive label
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; the arrays are the point
record FlatTrees(
        int[] roots,
        int[] columns,
        double[] thresholds,
        int[] children,
        int stride,
        double[] masses,
        double[] positives) {

    int size() {
        return roots.length;
    }

    double score(double[] values, int offset) {
        double sum = 0.0;
        double positive = 0.0;
        for (int root : roots) {
            int leaf = leaf(root, values, offset);
            for (int mass = leaf * stride; mass < (leaf + 1) * stride; mass++) {
                sum += masses[mass];
            }
            positive += positives[leaf];
        }
        return positive / sum;
    }

    /** Scores rows that lie one after the other in {@code values} and puts the results to {@code scores[from..to)}. */
    void scoreBlock(double[] values, int width, double[] scores, int from, int to) {
        double[] sums = new double[to - from];
        for (int root : roots) {
            for (int row = 0; row < sums.length; row++) {
                int leaf = leaf(root, values, row * width);
                double sum = sums[row];
                for (int mass = leaf * stride; mass < (leaf + 1) * stride; mass++) {
                    sum += masses[mass];
                }
                sums[row] = sum;
                scores[from + row] += positives[leaf];
            }
        }
        for (int row = 0; row < sums.length; row++) {
            scores[from + row] /= sums[row];
        }
    }

    private int leaf(int root, double[] values, int offset) {
        int node = root;
        int child = children[node];
        while (child >= 0) {
            node = child + (values[offset + columns[node]] > thresholds[node] ? 1 : 0);
            child = children[node];
        }
        return ~child;
    }
}
