package io.loanflow.preprocessing.batch;

import java.util.Arrays;

/**
 * Tells whether a row of a load was in an earlier load, by its hash of 64 bits: of a hundred million rows, one is lost by chance in one of
 * 3,000 selections. Takes 24 bytes a row at most, of all loads but the last; nothing of one load. For one thread.
 */
final class EarlierRows {

    private static final int FIRST_SIZE = 1 << 12;

    private int loadsLeft;
    private long[] slots = new long[0];
    private int used;
    private boolean hasZero;
    private long[] current = new long[0];
    private int currentRows;

    /** @param loads how many there will be */
    EarlierRows(int loads) {
        loadsLeft = loads;
    }

    void beginLoad() {
        for (int i = 0; i < currentRows; i++) {
            put(current[i]);
        }
        currentRows = 0;
        loadsLeft--;
    }

    /** False where an earlier load had the row. */
    boolean isNew(long hash) {
        boolean isNew = !contains(hash);
        if (isNew && loadsLeft > 0) {
            if (currentRows == current.length) {
                current = Arrays.copyOf(current, Math.max(FIRST_SIZE, 2 * currentRows));
            }
            current[currentRows++] = hash;
        }
        return isNew;
    }

    private boolean contains(long hash) {
        return hash == 0 ? hasZero : slots.length > 0 && slots[slotOf(hash)] == hash;
    }

    private void put(long hash) {
        if (hash == 0) {
            hasZero = true;
            return;
        }
        if (2 * (used + 1) > slots.length) {
            grow();
        }
        int slot = slotOf(hash);
        used += slots[slot] == 0 ? 1 : 0;
        slots[slot] = hash;
    }

    /** Where it is, or would be: the hash spreads by itself. */
    private int slotOf(long hash) {
        int mask = slots.length - 1;
        int slot = (int) hash & mask;
        while (slots[slot] != 0 && slots[slot] != hash) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] before = slots;
        slots = new long[Math.max(FIRST_SIZE, 2 * before.length)];
        for (long hash : before) {
            if (hash != 0) {
                slots[slotOf(hash)] = hash;
            }
        }
    }
}
