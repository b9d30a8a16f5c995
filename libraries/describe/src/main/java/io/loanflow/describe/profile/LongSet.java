package io.loanflow.describe.profile;

/** Hashes that were met, up to a number; those after it are not kept. */
final class LongSet {

    private static final int SMALLEST = 1 << 10;

    private final int most;
    private long[] table = new long[SMALLEST];
    private int size;
    private boolean zero;

    /** @param most a power of two */
    LongSet(int most) {
        this.most = most;
    }

    boolean isFull() {
        return size >= most;
    }

    /** Whether it is new; false for one that was met before. A full set takes none, and says true of what is not in it. */
    boolean add(long hash) {
        if (hash == 0) {
            boolean first = !zero;
            zero = true;
            return first;
        }
        int at = slot(table, hash);
        if (table[at] == hash) {
            return false;
        }
        if (!isFull()) {
            table[at] = hash;
            if (++size * 2 > table.length) {
                grow();
            }
        }
        return true;
    }

    private void grow() {
        long[] larger = new long[table.length * 2];
        for (long hash : table) {
            if (hash != 0) {
                larger[slot(larger, hash)] = hash;
            }
        }
        table = larger;
    }

    private static int slot(long[] table, long hash) {
        int at = (int) (hash ^ (hash >>> 32)) & (table.length - 1);
        while (table[at] != 0 && table[at] != hash) {
            at = (at + 1) & (table.length - 1);
        }
        return at;
    }
}
