package io.loanflow.model.reference;

import java.util.List;

/**
 * A column of numbers, in bins of about equal counts. A value lies in the first bin whose edge it does not exceed, or in the last.
 *
 * @param edges upper ones of all bins but the last, rising
 * @param centres mean of each bin's values
 * @param counts one for each bin
 * @param missingBin where rows without a value are counted, which the model takes for a value of this bin; -1 where no row may lack one
 */
public record NumberCounts(String column, List<Double> edges, List<Double> centres, List<Long> counts, int missingBin)
        implements ColumnCounts {

    public NumberCounts {
        edges = List.copyOf(edges);
        centres = List.copyOf(centres);
        counts = List.copyOf(counts);
        if (counts.size() != edges.size() + 1 || centres.size() != counts.size()) {
            throw new IllegalArgumentException("column " + column + " has " + edges.size() + " edges, " + centres.size()
                    + " centres and " + counts.size() + " counts; there must be one edge less than bins");
        }
        if (missingBin < -1 || missingBin >= counts.size()) {
            throw new IllegalArgumentException("column " + column + " has no bin " + missingBin);
        }
        for (int i = 1; i < edges.size(); i++) {
            if (!(edges.get(i - 1) < edges.get(i))) {
                throw new IllegalArgumentException("column " + column + " has edges that do not rise, at " + i);
            }
        }
    }

    /** Bin of a value, which must not be missing. */
    public int bin(double value) {
        int from = 0;
        int to = edges.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (value <= edges.get(middle)) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }
}
