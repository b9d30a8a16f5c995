package io.loanflow.monitoring.judgement;

import io.loanflow.model.reference.CategoryCounts;
import io.loanflow.model.reference.ColumnCounts;
import io.loanflow.model.reference.NumberCounts;
import java.util.Map;

/**
 * A window's decisions in the cells of a column.
 *
 * @param missing how many have no value
 * @param unseen how many have none that the model tells apart
 */
// The array is the point; counts are never compared.
@SuppressWarnings("ArrayRecordComponent")
record WindowCounts(long[] cells, long missing, long unseen) {

    /** @param counted by bin, of which a negative one is that of missing values, or by category, of which empty text is */
    static WindowCounts of(ColumnCounts column, Map<String, Long> counted) {
        return column instanceof NumberCounts bins
                ? ofNumbers(bins, counted)
                : ofCategories((CategoryCounts) column, counted);
    }

    private static WindowCounts ofNumbers(NumberCounts bins, Map<String, Long> counted) {
        long[] cells = new long[bins.counts().size() + 1];
        long missing = 0;
        for (Map.Entry<String, Long> entry : counted.entrySet()) {
            int bin = Integer.parseInt(entry.getKey());
            if (bin >= 0) {
                cells[bin] += entry.getValue();
            } else {
                missing += entry.getValue();
                cells[bins.missingBin() >= 0 ? bins.missingBin() : cells.length - 1] += entry.getValue();
            }
        }
        return new WindowCounts(cells, missing, 0);
    }

    private static WindowCounts ofCategories(CategoryCounts categories, Map<String, Long> counted) {
        long[] cells = new long[categories.counts().size()];
        Map<String, Integer> places = categories.cells();
        counted.forEach((category, count) -> cells[places.getOrDefault(category, cells.length - 1)] += count);
        return new WindowCounts(cells, counted.getOrDefault("", 0L), cells[cells.length - 1]);
    }
}
