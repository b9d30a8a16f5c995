package io.loanflow.trees.explain;

/**
 * What a leaf contributes to the groups of its path, for each set of these that a row fails: the answers to all rows there can be. Of the
 * reference rows only the number that fails each set matters.
 */
final class LeafTable {

    private final int players;

    /** By set, and there by size: how many reference rows fail a set within it, of that size. */
    private final int[] within;

    /**
     * Counts.
     *
     * @param players groups of the path; a set of them is a number with a bit for each
     * @param failing by set, how many reference rows fail just these
     */
    LeafTable(int players, int[] failing) {
        this.players = players;
        within = new int[(players + 1) * (1 << players)];
        for (int set = 0; set < failing.length; set++) {
            within[at(set) + Integer.bitCount(set)] = failing[set];
        }
        for (int player = 0; player < players; player++) {
            addSubsets(1 << player, failing.length);
        }
    }

    /** How many contributions there are: for each set, one for each group. */
    static int size(int players) {
        return players * (1 << players);
    }

    private int at(int set) {
        return set * (players + 1);
    }

    private void addSubsets(int player, int sets) {
        for (int set = 0; set < sets; set++) {
            if ((set & player) != 0) {
                for (int size = 0; size <= players; size++) {
                    within[at(set) + size] += within[at(set ^ player) + size];
                }
            }
        }
    }

    /** Whether any reference row meets a row at the leaf that fails a set: if not, it contributes nothing. */
    boolean meets(int failed) {
        int passed = all() ^ failed;
        int rows = 0;
        for (int size = 0; size <= players; size++) {
            rows += within[at(passed) + size];
        }
        return rows > 0;
    }

    /**
     * Writes the contributions to a row that fails a set, by group of the path.
     *
     * @param value what the leaf adds to the score, over the number of reference rows
     */
    void write(int failed, double value, double[] table, int offset) {
        int passed = all() ^ failed;
        int v = Integer.bitCount(failed);
        for (int player = 0; player < players; player++) {
            boolean passes = (passed & 1 << player) != 0;
            table[offset + player] = value * (passes ? ofRow(passed, 1 << player, v) : ofReference(passed, v));
        }
    }

    private int all() {
        return (1 << players) - 1;
    }

    /** Only reference rows that fail nothing but what the row passes meet it at the leaf. */
    private double ofRow(int passed, int player, int v) {
        double sum = 0;
        for (int u = 1; u <= players - v; u++) {
            sum += (within[at(passed) + u] - within[at(passed ^ player) + u]) * PairWeights.ofRow(u, v);
        }
        return sum;
    }

    private double ofReference(int passed, int v) {
        double sum = 0;
        for (int u = 0; u <= players - v; u++) {
            sum += within[at(passed) + u] * PairWeights.ofReference(u, v);
        }
        return sum;
    }
}
