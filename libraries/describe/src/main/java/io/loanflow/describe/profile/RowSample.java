package io.loanflow.describe.profile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every nth row, n such that there are not too many; the same rows of the same table. */
final class RowSample {

    private static final int MOST_ROWS = 40_000;
    private static final int MOST_CELLS = 2_000_000;
    private static final int LEAST_ROWS = 1000;

    private List<@Nullable String[]> rows = new ArrayList<>();
    private long met;
    private long stride = 1;

    /** Whether the next row is one of them. */
    boolean wants() {
        return met++ % stride == 0;
    }

    void add(@Nullable String[] row) {
        rows.add(row);
        int most = Math.max(LEAST_ROWS, Math.min(MOST_ROWS, MOST_CELLS / Math.max(1, row.length)));
        if (rows.size() >= most) {
            List<@Nullable String[]> half = new ArrayList<>();
            for (int i = 0; i < rows.size(); i += 2) {
                half.add(rows.get(i));
            }
            rows = half;
            stride *= 2;
        }
    }

    List<@Nullable String[]> rows() {
        return rows;
    }
}
