package io.loanflow.trees.explain;

/**
 * What a leaf is worth to a group where a row and a reference row come to it together: where {@code u} groups must be the row's, {@code v}
 * the reference row's, and any others may be either's. The Shapley value of one of the former is the leaf's value times
 * {@code (u-1)! v! / (u+v)!}, and of one of the latter minus {@code u! (v-1)! / (u+v)!} times it.
 */
final class PairWeights {

    /** Masks of groups have 64 bits; the last is left to signs. */
    static final int MOST_GROUPS = 63;

    /** By how many groups are the row's, and how many the reference row's. */
    private static final double[][] OF_ROW = new double[MOST_GROUPS + 1][MOST_GROUPS + 1];

    private static final double[][] OF_REFERENCE = new double[MOST_GROUPS + 1][MOST_GROUPS + 1];

    static {
        double[][] choices = new double[MOST_GROUPS + 1][MOST_GROUPS + 1];
        for (int u = 0; u <= MOST_GROUPS; u++) {
            for (int v = 0; v <= MOST_GROUPS; v++) {
                // Ways to choose u of u + v.
                choices[u][v] = u == 0 || v == 0 ? 1 : choices[u - 1][v] + choices[u][v - 1];
                OF_ROW[u][v] = u == 0 ? 0 : 1 / (u * choices[u][v]);
                OF_REFERENCE[u][v] = v == 0 ? 0 : -1 / (v * choices[u][v]);
            }
        }
    }

    private PairWeights() {}

    static double ofRow(int u, int v) {
        return OF_ROW[u][v];
    }

    static double ofReference(int u, int v) {
        return OF_REFERENCE[u][v];
    }
}
