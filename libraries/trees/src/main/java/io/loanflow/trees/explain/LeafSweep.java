package io.loanflow.trees.explain;

import java.util.Arrays;

/**
 * Explains many rows by a tree too deep to keep the tables of all its leaves: makes that of one leaf after the other, uses it for all rows,
 * and forgets it. What the reference rows cost is shared by the rows.
 */
final class LeafSweep {

    /** Rough nanoseconds of a walk for a row and a reference row, and of a sweep for a number of a table. */
    private static final double WALK = 300;

    private static final double TABLE = 1;

    /** Of a sweep for a row and a leaf. */
    private static final double LOOK_UP = 10;

    private static final byte UNKNOWN = 0;

    private static final byte NOTHING = 1;

    private static final byte WRITTEN = 2;

    private final Preorder entries;

    private final Reference reference;

    /** By row. */
    private final double[][] contributions;

    /** By level, the entry at hand. */
    private final int[] path;

    /** By level, and there by row, the set of the path's groups that it fails. */
    private final int[][] failed;

    private final int[][] failedByReference;

    private final double[] table;

    /** By set, whether its contributions are in the table; if they are {@link #NOTHING}, they need not be. */
    private final byte[] known;

    private LeafSweep(Preorder entries, Reference reference, double[][] contributions) {
        this.entries = entries;
        this.reference = reference;
        this.contributions = contributions;
        int levels = entries.depth() + 1;
        path = new int[levels];
        failed = new int[levels][contributions.length];
        failedByReference = new int[levels][reference.rows()];
        table = new double[LeafTable.size(entries.mostPlayers())];
        known = new byte[1 << entries.mostPlayers()];
    }

    /** Whether it takes less time than to have each of the rows walk. */
    static boolean isFaster(Preorder entries, int references, int rows) {
        if (entries.mostPlayers() > TabledTree.MOST_PLAYERS) {
            return false;
        }
        double sweep = 0;
        for (int entry = 0; entry < entries.size; entry++) {
            if (entries.leaf[entry]) {
                int players = entries.players[entry];
                sweep += TABLE * LeafTable.size(players) * players + LOOK_UP * rows;
            }
        }
        return sweep < WALK * rows * references;
    }

    /**
     * Adds the tree's contributions.
     *
     * @param columns by place and row
     * @param contributions by row
     */
    static void add(Preorder entries, Reference reference, double[][] columns, double[][] contributions) {
        LeafSweep sweep = new LeafSweep(entries, reference, contributions);
        for (int entry = 0; entry < entries.size; entry++) {
            int level = entries.level[entry];
            sweep.path[level] = entry;
            if (entry > 0) {
                int place = entries.place[entry];
                entries.fail(entry, columns[place], sweep.failed[level - 1], sweep.failed[level]);
                entries.fail(
                        entry,
                        reference.columns()[place],
                        sweep.failedByReference[level - 1],
                        sweep.failedByReference[level]);
            }
            if (entries.leaf[entry]) {
                sweep.meet(entry);
            }
        }
    }

    private void meet(int leaf) {
        int players = entries.players[leaf];
        int[] failing = new int[1 << players];
        for (int set : failedByReference[entries.level[leaf]]) {
            failing[set]++;
        }
        LeafTable answers = new LeafTable(players, failing);
        Arrays.fill(known, 0, failing.length, UNKNOWN);
        int[] groups = groups(leaf);
        int[] sets = failed[entries.level[leaf]];
        for (int row = 0; row < sets.length; row++) {
            int set = sets[row];
            if (known[set] == UNKNOWN) {
                known[set] = write(answers, set, leaf);
            }
            if (known[set] == WRITTEN) {
                add(contributions[row], groups, set * players);
            }
        }
    }

    private byte write(LeafTable answers, int set, int leaf) {
        if (!answers.meets(set)) {
            return NOTHING;
        }
        answers.write(set, entries.value[leaf] / reference.rows(), table, set * entries.players[leaf]);
        return WRITTEN;
    }

    private void add(double[] sums, int[] groups, int from) {
        for (int player = 0; player < groups.length; player++) {
            sums[groups[player]] += table[from + player];
        }
    }

    private int[] groups(int leaf) {
        int[] groups = new int[entries.players[leaf]];
        for (int level = 1; level <= entries.level[leaf]; level++) {
            groups[entries.bit[path[level]]] = entries.group[path[level]];
        }
        return groups;
    }
}
