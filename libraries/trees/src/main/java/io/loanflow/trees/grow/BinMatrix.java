package io.loanflow.trees.grow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table with each value replaced by the number of its bin: one byte per value. */
final class BinMatrix {

    private final List<BinEdges> edges = new ArrayList<>();

    private final byte[][] bins;

    private BinMatrix(List<Column> columns) {
        columns.forEach(column -> edges.add(column.edges()));
        bins = columns.stream().map(Column::bins).toArray(byte[][]::new);
    }

    /** Quantises a table, as many columns at a time as there are threads. */
    static BinMatrix of(TrainingTable table, int maxBins, int threads) {
        return new BinMatrix(Workers.run(
                threads,
                table.features(),
                () -> feature -> quantised(table.column(feature), maxBins),
                GrowthMonitor.SILENT));
    }

    private static Column quantised(double[] column, int maxBins) {
        double[] sorted = column.clone();
        Arrays.sort(sorted);
        BinEdges edges = BinEdges.of(sorted, maxBins);
        byte[] bins = new byte[column.length];
        for (int row = 0; row < bins.length; row++) {
            bins[row] = (byte) edges.bin(column[row]);
        }
        return new Column(edges, bins);
    }

    BinEdges edges(int feature) {
        return edges.get(feature);
    }

    /** Per row, the bin as an unsigned byte. */
    byte[] bins(int feature) {
        return bins[feature];
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Column(BinEdges edges, byte[] bins) {}
}
