package io.loanflow.ingestion.expectation;

import io.loanflow.ingestion.validation.Observation;
import java.io.IOException;
import java.util.List;

/**
 * No two rows have the same values in some columns; numbers are compared as numbers, and missing values are the same value.
 * Breaking are the rows that repeat an earlier one. Rows are told apart by 128-bit hashes: among 4.5 million different rows the
 * chance that any two are mistaken for each other is 3e-26.
 */
final class UniqueRows implements TableMeasure {

    /** Primes of xxHash64, whose round each half of a hash follows. */
    private static final long P1 = 0x9e37_79b1_85eb_ca87L;

    private static final long P2 = 0xc2b2_ae3d_27d4_eb4fL;
    private static final long P3 = 0x1656_67b1_9e37_79f9L;
    private static final long P4 = 0x85eb_ca77_c2b2_ae63L;

    private static final long MISSING = 0x7ff8_0000_dead_beefL;

    private final int[] columns;
    private final double mostly;
    private final RepeatedKeys keys = new RepeatedKeys();
    private long rows;

    UniqueRows(List<IndexedColumn> columns, double mostly) {
        this.columns = columns.stream().mapToInt(IndexedColumn::index).toArray();
        this.mostly = mostly;
    }

    @Override
    public void add(Row row) throws IOException {
        rows++;
        long high = P1;
        long low = P2;
        for (int column : columns) {
            long bits = bits(row, column);
            high = Long.rotateLeft(high + bits * P2, 31) * P1;
            low = Long.rotateLeft(low ^ (bits * P3), 27) * P4;
        }
        keys.add(mixed(high), mixed(low), row.number());
    }

    private static long bits(Row row, int column) {
        return row.isValid(column) ? row.bits(column) : MISSING;
    }

    /** The finaliser of SplittableRandom: every bit in changes every bit out with probability one half. */
    private static long mixed(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58_476d_1ce4_e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d0_49bb_1331_11ebL;
        return z ^ (z >>> 31);
    }

    @Override
    public Finding finish() throws IOException {
        RepeatedKeys.Repeated repeated = keys.repeated(Observation.PARTIAL);
        double percent = rows == 0 ? 0 : 100.0 * repeated.count() / rows;
        boolean success = rows - repeated.count() >= mostly * rows;
        return new Finding(
                success,
                new Observation(rows, repeated.count(), percent, 0L, List.of(), repeated.firstRows(), null, null));
    }

    @Override
    public void close() throws IOException {
        keys.close();
    }
}
