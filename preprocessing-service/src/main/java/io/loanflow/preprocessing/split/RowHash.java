package io.loanflow.preprocessing.split;

import io.loanflow.contracts.dataset.Column;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
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

    private final int[] seen;
    private final byte[][][] categories;
    private final ByteBuffer buffer;

    /** @param columns of the data set, all of them */
    RowHash(List<Column> columns, long seed) {
        seen = IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).role().isLearnt())
                .toArray();
        categories = columns.stream().map(RowHash::categories).toArray(byte[][][]::new);
        buffer = ByteBuffer.allocate(largestRow()).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(seed);
    }

    long of(double[] values) {
        buffer.position(Long.BYTES);
        for (int i : seen) {
            if (Double.isNaN(values[i])) {
                buffer.put(MISSING);
                continue;
            }
            buffer.put(PRESENT);
            if (categories[i].length == 0) {
                buffer.putDouble(values[i]);
            } else {
                byte[] category = categories[i][(int) values[i]];
                buffer.putInt(category.length).put(category);
            }
        }
        return MurmurHash3.hash128x64(buffer.array(), 0, buffer.position(), 0)[0];
    }

    private int largestRow() {
        int bytes = Long.BYTES;
        for (int i : seen) {
            int largest = Double.BYTES;
            for (byte[] category : categories[i]) {
                largest = Math.max(largest, Integer.BYTES + category.length);
            }
            bytes += 1 + largest;
        }
        return bytes;
    }

    private static byte[][] categories(Column column) {
        return column.categories().stream()
                .map(category -> category.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }
}
