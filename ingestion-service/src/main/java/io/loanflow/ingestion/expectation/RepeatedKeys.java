package io.loanflow.ingestion.expectation;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Finds 128-bit keys that come more than once, however many there are: keys are dealt out by their first bits to 256 parts, each
 * of which fits into memory by itself, and wait in a temporary file for their part's turn. Costs 3 MB of memory and 24 bytes of
 * disk a key, both from 131,072 keys on at most, and at the end about 35 bytes of memory for each key of one part.
 */
final class RepeatedKeys implements Closeable {

    private static final int PARTS = 256;
    private static final int LONGS = 3;
    private static final int CHUNK = 512 * LONGS;

    private final long[][] waiting = new long[PARTS][];
    private final int[] filled = new int[PARTS];
    private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK * Long.BYTES);
    private @Nullable ChunkFile file;

    /** @param firstRows numbers of the first rows that repeat an earlier key, rising */
    record Repeated(long count, List<Long> firstRows) {}

    void add(long high, long low, long row) throws IOException {
        int part = (int) (high >>> 56);
        long[] keys = waiting[part];
        if (keys == null) {
            keys = new long[CHUNK];
            waiting[part] = keys;
        }
        int at = filled[part];
        if (at == CHUNK) {
            write(part, keys);
            at = 0;
        }
        keys[at] = high;
        keys[at + 1] = low;
        keys[at + 2] = row;
        filled[part] = at + LONGS;
    }

    private void write(int part, long[] keys) throws IOException {
        if (file == null) {
            file = new ChunkFile(bytes.capacity());
        }
        bytes.clear().asLongBuffer().put(keys);
        file.append(part, bytes);
    }

    /** @param limit how many rows are listed */
    Repeated repeated(int limit) throws IOException {
        PriorityQueue<Long> first = new PriorityQueue<>(Collections.reverseOrder());
        long count = 0;
        for (int part = 0; part < PARTS; part++) {
            if (waiting[part] == null) {
                continue;
            }
            for (long row : repeatedRows(part)) {
                count++;
                first.add(row);
                if (first.size() > limit) {
                    first.remove();
                }
            }
        }
        return new Repeated(count, first.stream().sorted().toList());
    }

    private long[] repeatedRows(int part) throws IOException {
        int[] chunks = file == null ? new int[0] : file.chunksOf(part);
        long[] last = waiting[part];
        KeySet keys = new KeySet(chunks.length * (CHUNK / LONGS) + filled[part] / LONGS);
        long[] chunk = new long[CHUNK];
        for (int number : chunks) {
            readChunk(number, chunk);
            keys.addAll(chunk, CHUNK);
        }
        keys.addAll(last, filled[part]);
        return keys.repeatedRows();
    }

    private void readChunk(int number, long[] chunk) throws IOException {
        if (file != null) {
            file.read(number, bytes.clear());
            bytes.flip().asLongBuffer().get(chunk);
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }

    /** Keys of one part, by open addressing. */
    private static final class KeySet {

        private final long[] slots;
        private final int mask;
        private long[] repeated = new long[16];
        private int count;

        KeySet(int size) {
            int capacity = Integer.highestOneBit(Math.max(size, 8)) * 2;
            capacity = size > capacity * 3L / 4 ? capacity * 2 : capacity;
            slots = new long[capacity * 2];
            mask = capacity - 1;
        }

        void addAll(long[] keys, int length) {
            for (int i = 0; i < length; i += LONGS) {
                if (!add(keys[i], keys[i + 1])) {
                    repeated = count == repeated.length ? Arrays.copyOf(repeated, count * 2) : repeated;
                    repeated[count++] = keys[i + 2];
                }
            }
        }

        /** Whether the key was not there. */
        private boolean add(long high, long low) {
            // Zeros mark a free slot.
            long second = high == 0 && low == 0 ? 1 : low;
            int slot = (int) second & mask;
            while (slots[2 * slot] != 0 || slots[2 * slot + 1] != 0) {
                if (slots[2 * slot] == high && slots[2 * slot + 1] == second) {
                    return false;
                }
                slot = (slot + 1) & mask;
            }
            slots[2 * slot] = high;
            slots[2 * slot + 1] = second;
            return true;
        }

        long[] repeatedRows() {
            return Arrays.copyOf(repeated, count);
        }
    }
}
