package io.loanflow.trees.explain;

import java.util.stream.IntStream;

/** A shallow tree, with a {@link LeafTable} for each leaf: a row's cost does not depend on the reference rows. */
final class TabledTree implements ReferenceTree {

    /** Most groups of a path: tables double with each. */
    static final int MOST_PLAYERS = 16;

    /** Of a tree's tables, which are one array. */
    static final long MOST_BYTES = 1L << 30;

    private final Preorder entries;

    /** The entries that are leaves. */
    private final int[] leaves;

    /** By leaf, where its contributions begin, by the set of groups that a row fails and there by group of its path. */
    private final int[] tableAt;

    private final double[] table;

    /** By leaf, where its path's groups begin; last, where they end. */
    private final int[] groupsAt;

    private final int[] groups;

    private final double base;

    TabledTree(Preorder entries, Reference reference) {
        this.entries = entries;
        leaves = IntStream.range(0, entries.size)
                .filter(entry -> entries.leaf[entry])
                .toArray();
        tableAt = new int[leaves.length + 1];
        groupsAt = new int[leaves.length + 1];
        for (int leaf = 0; leaf < leaves.length; leaf++) {
            int players = entries.players[leaves[leaf]];
            tableAt[leaf + 1] = tableAt[leaf] + LeafTable.size(players);
            groupsAt[leaf + 1] = groupsAt[leaf] + players;
        }
        table = new double[tableAt[leaves.length]];
        groups = new int[groupsAt[leaves.length]];
        base = fill(reference);
    }

    /** Bytes of the tables of a tree; more than any array has if a path has too many groups. */
    static long bytes(Preorder entries) {
        long bytes = 0;
        for (int entry = 0; entry < entries.size; entry++) {
            if (entries.leaf[entry]) {
                int players = entries.players[entry];
                bytes += players > MOST_PLAYERS ? MOST_BYTES + 1 : 8L * LeafTable.size(players);
            }
        }
        return bytes;
    }

    private double fill(Reference reference) {
        int[] path = new int[entries.depth() + 1];
        int[][] failed = new int[path.length][reference.rows()];
        double mean = 0;
        int leaf = 0;
        for (int entry = 0; entry < entries.size; entry++) {
            int level = entries.level[entry];
            path[level] = entry;
            if (entry > 0) {
                double[] column = reference.columns()[entries.place[entry]];
                entries.fail(entry, column, failed[level - 1], failed[level]);
            }
            if (entries.leaf[entry]) {
                mean += fill(leaf++, path, failed[level]);
            }
        }
        return mean;
    }

    private double fill(int leaf, int[] path, int[] failed) {
        int entry = leaves[leaf];
        int players = entries.players[entry];
        int[] failing = new int[1 << players];
        for (int set : failed) {
            failing[set]++;
        }
        double value = entries.value[entry] / failed.length;
        LeafTable answers = new LeafTable(players, failing);
        for (int set = 0; set < failing.length; set++) {
            answers.write(set, value, table, tableAt[leaf] + set * players);
        }
        for (int level = 1; level <= entries.level[entry]; level++) {
            groups[groupsAt[leaf] + entries.bit[path[level]]] = entries.group[path[level]];
        }
        return value * failing[0];
    }

    @Override
    public void add(double[] row, double[] contributions, ReferenceWalk walk) {
        int[] failed = walk.failed();
        for (int entry = 1; entry < entries.size; entry++) {
            int fails = entries.fails(entry, row[entries.place[entry]]);
            failed[entry] = failed[entries.parent[entry]] | fails << entries.bit[entry];
        }
        for (int leaf = 0; leaf < leaves.length; leaf++) {
            int players = groupsAt[leaf + 1] - groupsAt[leaf];
            int from = tableAt[leaf] + failed[leaves[leaf]] * players;
            int group = groupsAt[leaf];
            for (int player = 0; player < players; player++) {
                contributions[groups[group + player]] += table[from + player];
            }
        }
    }

    @Override
    public double base() {
        return base;
    }

    @Override
    public long bytes() {
        return entries.bytes()
                + 8L * table.length
                + 4L * (groups.length + leaves.length + tableAt.length + groupsAt.length);
    }
}
