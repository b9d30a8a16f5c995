package io.loanflow.trees.explain;

import java.util.Arrays;

/**
 * One thread's memory for explaining rows against reference rows, and the walk of {@link WalkedTree}. Sets of groups of a path are numbers
 * with a bit for each.
 */
final class ReferenceWalk {

    private static final int OWN = -1;

    private final Reference reference;

    private final int[] failed;

    /** Reference rows and the sets that each of them fails and the row passes: those of the entry at hand last, of waiting ones before. */
    private int[] rows;

    private long[] sets;

    /** Those that go left. */
    private final int[] leftRows;

    private final long[] leftSets;

    private int top;

    /** By level: an entry whose turn comes once all below its sibling had theirs; where its rows begin; what the row fails there. */
    private final int[] waiting;

    private final int[] from;

    private final long[] fails;

    private int waits;

    /** By bit, the group of the path at hand. */
    private final int[] groups = new int[PairWeights.MOST_GROUPS];

    private final PairCounts counts = new PairCounts();

    /**
     * Room for walks.
     *
     * @param size of the largest tree
     * @param depth of the deepest
     */
    ReferenceWalk(Reference reference, int size, int depth) {
        this.reference = reference;
        failed = new int[size];
        rows = new int[2 * reference.rows()];
        sets = new long[2 * reference.rows()];
        leftRows = new int[reference.rows()];
        leftSets = new long[reference.rows()];
        waiting = new int[depth + 2];
        from = new int[depth + 2];
        fails = new long[depth + 2];
    }

    /** By entry, the set that a row fails. */
    int[] failed() {
        return failed;
    }

    void run(Preorder entries, double[] row, double[] contributions) {
        for (int i = 0; i < reference.rows(); i++) {
            rows[i] = i;
            sets[i] = 0;
        }
        top = reference.rows();
        push(0, 0, 0);
        while (waits > 0) {
            waits--;
            int entry = waiting[waits];
            if (from[waits] < top) {
                if (entries.leaf[entry]) {
                    meet(entries, entry, contributions);
                } else {
                    part(entries, entry, row);
                }
            }
        }
    }

    private void push(int entry, int start, long failing) {
        waiting[waits] = entry;
        from[waits] = start;
        fails[waits] = failing;
        waits++;
    }

    /** Sends the reference rows of an entry to its children, the left one to be next. */
    private void part(Preorder entries, int entry, double[] row) {
        int left = entry + 1;
        int start = from[waits];
        long failing = fails[waits];
        long group = 1L << entries.bit[left];
        groups[entries.bit[left]] = entries.group[left];
        // 1 for the right, 0 for the left.
        int side = entries.fails(left, row[entries.place[left]]);
        int rights = (failing & group) == 0 ? divide(entries, left, group, side) : divide(entries, left, group, OWN);
        boolean parting = (failing & group) == 0;
        push(entries.end[left], start, parting && side == 0 ? failing | group : failing);
        push(left, rights, parting && side == 1 ? failing | group : failing);
    }

    /**
     * Divides the rows from {@code from[waits]} to {@link #top}: those that go right stay there, those that go left follow them.
     *
     * @param side where the row goes, or {@link #OWN} where it failed the group above, so that only the reference row's way counts
     * @return where those that go left begin
     */
    private int divide(Preorder entries, int left, long group, int side) {
        double[] column = reference.columns()[entries.place[left]];
        int rights = from[waits];
        int lefts = 0;
        room();
        for (int i = from[waits]; i < top; i++) {
            int other = rows[i];
            long set = sets[i];
            int own = entries.fails(left, column[other]);
            boolean together = side == OWN || own == side || (set & group) != 0;
            int way = side == OWN ? own : side;
            long then = together ? set : set | group;
            boolean goesRight = way == 1 || !together;
            boolean goesLeft = way == 0 || !together;
            if (goesLeft) {
                leftRows[lefts] = other;
                leftSets[lefts++] = way == 0 ? then : set;
            }
            if (goesRight) {
                rows[rights] = other;
                sets[rights++] = way == 1 ? then : set;
            }
        }
        System.arraycopy(leftRows, 0, rows, rights, lefts);
        System.arraycopy(leftSets, 0, sets, rights, lefts);
        top = rights + lefts;
        return rights;
    }

    private void room() {
        int most = 2 * top - from[waits];
        if (most > rows.length) {
            rows = Arrays.copyOf(rows, 2 * most);
            sets = Arrays.copyOf(sets, 2 * most);
        }
    }

    private void meet(Preorder entries, int leaf, double[] contributions) {
        int start = from[waits];
        counts.count(sets, start, top);
        counts.contribute(
                new PairCounts.Leaf(entries.value[leaf] / reference.rows(), entries.players[leaf], fails[waits]),
                groups,
                contributions);
        top = start;
    }
}
