package io.loanflow.model.whatif;

import io.loanflow.contracts.feature.ColumnEncoding;
import io.loanflow.contracts.feature.NumericEncoding;
import io.loanflow.model.reason.Reference;
import java.util.Arrays;
import java.util.stream.IntStream;

/** How far the numbers of a column are apart among the reference rows, in the column's unit. */
record Spreads(Reference reference) {

    /** The median of how far values are from their median; where that is 0, the mean; where all are equal, 1. */
    double of(ColumnEncoding encoding) {
        if (!(encoding instanceof NumericEncoding numeric)) {
            return 1;
        }
        double[] values = values(numeric.column());
        double middle = median(values);
        double[] distances =
                Arrays.stream(values).map(value -> Math.abs(value - middle)).toArray();
        double median = median(distances);
        double mean = Arrays.stream(distances).average().orElse(0);
        double spread = (median > 0 ? median : mean) * numeric.deviation();
        return spread > 0 ? spread : 1;
    }

    private double[] values(String feature) {
        int place = IntStream.range(0, reference.features().size())
                .filter(i -> reference.features().get(i).name().equals(feature))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the reference has no feature " + feature));
        return reference.sample().stream()
                .mapToDouble(row -> reference.features().get(place).values().get(row.get(place)))
                .toArray();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
