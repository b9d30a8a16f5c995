package io.loanflow.preprocessing.split;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.preprocessing.load.CategoryCodes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * MurmurHash3 (first half of its 128-bit x64 form, seed 0) of the split's seed and of what a model sees of a row: the values of its
 * features and of the target in the definition's order. What a model does not see, such as an identifier, would tell apart rows that
 * are one to it. The same on every platform and for every table engine. The seed is 8 bytes. A value is one byte, 0 where it is missing and else 1,
 * followed by the number as 8 bytes (IEEE 754, 0 for -0), or by the category's length in UTF-8 as 4 bytes and its UTF-8. All with
 * the little end first. For one thread.
 */
final class RowHash {

    private static final byte MISSING = 0;
    private static final byte PRESENT = 1;

    /** Bytes of a value: a category of 255 characters, each of which takes 4 in UTF-8 at most. */
    private static final int LONGEST = 1 + Integer.BYTES + 4 * Column.LONGEST_NAME;

    private final int[] seen;
    private final CategoryCodes categories;
    private final ByteBuffer buffer;

    private RowHash(int[] seen, CategoryCodes categories, long seed) {
        this.seen = seen;
        this.categories = categories;
        buffer = ByteBuffer.allocate(Long.BYTES + seen.length * LONGEST).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(seed);
    }

    /**
     * @param columns of the data set, all of them
     * @param categories that the values of columns stand for
     */
    static RowHash ofContent(List<Column> columns, CategoryCodes categories, long seed) {
        int[] seen = IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).role().isLearnt())
                .toArray();
        return new RowHash(seen, categories, seed);
    }

    /** Of one column, whether a model sees it or not. */
    static RowHash ofColumn(CategoryCodes categories, int column, long seed) {
        return new RowHash(new int[] {column}, categories, seed);
    }

    long of(double[] values) {
        buffer.position(Long.BYTES);
        for (int i : seen) {
            put(i, values[i]);
        }
        return hash();
    }

    /** Of a row of which one column is looked at. */
    long ofValue(double value) {
        buffer.position(Long.BYTES);
        put(seen[0], value);
        return hash();
    }

    private void put(int column, double value) {
        if (Double.isNaN(value)) {
            buffer.put(MISSING);
            return;
        }
        buffer.put(PRESENT);
        if (categories.isCategorical(column)) {
            byte[] category = categories.utf8(column, (int) value);
            buffer.putInt(category.length).put(category);
        } else {
            buffer.putDouble(value);
        }
    }

    private long hash() {
        return MurmurHash3.hash128x64(buffer.array(), 0, buffer.position(), 0)[0];
    }
}
