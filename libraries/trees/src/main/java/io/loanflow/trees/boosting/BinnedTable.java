package io.loanflow.trees.boosting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table with each value replaced by the number of its bin, row by row: a byte where a column has at most 256 bins, else two.
 *
 * <p>Features of two values of which no row has two at the same time, such as a category's indicators, share a column: its bin 0 is none of
 * them, and each has a bin of its own (Ke et al.: LightGBM, NIPS 2017, section 4).
 */
final class BinnedTable {

    private static final int MOST_IN_BYTE = 256;

    /** Bins are found on at most so many rows, evenly spaced; LightGBM's {@code bin_construct_sample_cnt}. */
    private static final int SAMPLED_ROWS = 200_000;

    private final int rows;
    private final List<Feature> features = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private final byte[] narrow;
    private final char[] wide;
    private final int narrowWidth;
    private final int wideWidth;
    private final int bins;

    /**
     * One that can be split on.
     *
     * @param index among the table's features
     * @param column where its bins are
     * @param ownBin of a feature that shares its column, the bin of its greater value; 0 for others
     */
    record Feature(int index, int column, int ownBin, Binning bins) {

        boolean shares() {
            return ownBin > 0;
        }

        /** Whether values are missing, which are in the column's last bin. */
        boolean missing() {
            return bins instanceof Bins numbers && numbers.missing();
        }

        boolean categorical() {
            return bins instanceof CategoryBins;
        }

        /** Of a feature of numbers. */
        double threshold(int bin) {
            return ((Bins) bins).threshold(shares() ? 0 : bin);
        }

        /** Those of some bins of a categorical feature. */
        BitSet categories(BitSet some) {
            return ((CategoryBins) bins).categories(some);
        }
    }

    /**
     * Bins that lie side by side in a histogram.
     *
     * @param from the first one's place among all
     * @param size how many
     * @param wide whether its bins take two bytes
     * @param position in a row's bytes or pairs of bytes
     * @param features those that are split on here
     */
    record Column(int from, int size, boolean wide, int position, List<Feature> features) {}

    /** @param categorical by feature */
    BinnedTable(double[][] values, boolean[] categorical, int maxBin, Crew crew) {
        rows = values[0].length;
        Binning[] found = new Binning[values.length];
        crew.run(thread -> {
            for (int i = thread; i < found.length; i += crew.threads()) {
                found[i] = categorical[i]
                        ? CategoryBins.of(sample(values[i]), maxBin)
                        : Bins.of(sample(values[i]), maxBin, Bins.anyMissing(values[i]));
            }
        });
        int narrowColumns = 0;
        int wideColumns = 0;
        int from = 0;
        for (List<Integer> sharing : bundles(values, found)) {
            Binning first = found[sharing.get(0)];
            boolean indicators = isIndicator(first);
            int size = indicators ? sharing.size() + 1 : first.size();
            boolean isWide = size > MOST_IN_BYTE;
            int number = columns.size();
            List<Feature> here = IntStream.range(0, sharing.size())
                    .mapToObj(i -> new Feature(sharing.get(i), number, indicators ? i + 1 : 0, found[sharing.get(i)]))
                    .toList();
            columns.add(new Column(from, size, isWide, isWide ? wideColumns++ : narrowColumns++, here));
            features.addAll(here);
            from += size;
        }
        bins = from;
        narrowWidth = narrowColumns;
        wideWidth = wideColumns;
        narrow = new byte[Math.multiplyExact(rows, narrowWidth)];
        wide = new char[Math.multiplyExact(rows, wideWidth)];
        crew.run(thread -> fill(values, share(thread, crew.threads()), share(thread + 1, crew.threads())));
    }

    private static double[] sample(double[] column) {
        int taken = Math.min(column.length, SAMPLED_ROWS);
        double[] sample = new double[taken];
        for (int i = 0; i < taken; i++) {
            sample[i] = column[(int) ((long) i * column.length / taken)];
        }
        Arrays.sort(sample);
        return sample;
    }

    /** The features of each column; those of a single value are left out. */
    private static List<List<Integer>> bundles(double[][] values, Binning[] found) {
        List<List<Integer>> bundles = new ArrayList<>();
        List<BitSet> taken = new ArrayList<>();
        for (int feature = 0; feature < found.length; feature++) {
            if (isIndicator(found[feature])) {
                BitSet greater = greater(values[feature], ((Bins) found[feature]).threshold(0));
                join(feature, greater, bundles, taken);
            } else if (found[feature].size() > 1) {
                bundles.add(List.of(feature));
                taken.add(new BitSet());
            }
        }
        return bundles;
    }

    private static boolean isIndicator(Binning binning) {
        return binning instanceof Bins bins && bins.size() == 2 && !bins.missing();
    }

    private static BitSet greater(double[] column, double threshold) {
        BitSet greater = new BitSet(column.length);
        for (int row = 0; row < column.length; row++) {
            if (column[row] > threshold) {
                greater.set(row);
            }
        }
        return greater;
    }

    private static void join(int feature, BitSet greater, List<List<Integer>> bundles, List<BitSet> taken) {
        for (int bundle = 0; bundle < bundles.size(); bundle++) {
            boolean shared = !taken.get(bundle).isEmpty() && bundles.get(bundle).size() < MOST_IN_BYTE - 1;
            if (shared && !taken.get(bundle).intersects(greater)) {
                bundles.get(bundle).add(feature);
                taken.get(bundle).or(greater);
                return;
            }
        }
        bundles.add(new ArrayList<>(List.of(feature)));
        taken.add(greater);
    }

    private int share(int thread, int threads) {
        return (int) ((long) rows * thread / threads);
    }

    private void fill(double[][] values, int from, int to) {
        for (Column column : columns) {
            for (Feature feature : column.features()) {
                double[] source = values[feature.index()];
                for (int row = from; row < to; row++) {
                    int bin = feature.bins().bin(source[row]);
                    if (bin > 0) {
                        set(column, row, feature.shares() ? feature.ownBin() : bin);
                    }
                }
            }
        }
    }

    private void set(Column column, int row, int bin) {
        if (column.wide()) {
            wide[row * wideWidth + column.position()] = (char) bin;
        } else {
            narrow[row * narrowWidth + column.position()] = (byte) bin;
        }
    }

    /** The bin of a row in a column. */
    int bin(Column column, int row) {
        return column.wide()
                ? wide[row * wideWidth + column.position()]
                : narrow[row * narrowWidth + column.position()] & 0xff;
    }

    int rows() {
        return rows;
    }

    List<Feature> features() {
        return features;
    }

    List<Column> columns() {
        return columns;
    }

    /** Of all columns. */
    int bins() {
        return bins;
    }

    byte[] narrow() {
        return narrow;
    }

    char[] wide() {
        return wide;
    }

    int narrowWidth() {
        return narrowWidth;
    }

    int wideWidth() {
        return wideWidth;
    }
}
