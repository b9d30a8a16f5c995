package io.loanflow.model.reason;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.feature.ColumnEncoding;
import io.loanflow.contracts.feature.NumericEncoding;
import io.loanflow.contracts.feature.OneHotEncoding;
import io.loanflow.model.row.Row;
import java.util.List;

/** What one column of a row is called when it speaks against it. */
final class ColumnReason {

    private static final String MISSING = "not given";

    private final Column column;
    private final ColumnEncoding encoding;
    private final int place;
    private final double usual;

    /**
     * @param place of the column among the features' columns
     */
    ColumnReason(Column column, ColumnEncoding encoding, int place, Reference reference) {
        this.column = column;
        this.encoding = encoding;
        this.place = place;
        this.usual = usual(column, encoding, reference);
    }

    String text(Row row) {
        if (column.type().isNumeric()) {
            double number = row.numbers()[place];
            return Double.isNaN(number) ? missing() : ordered(((NumericEncoding) encoding).encode(number));
        }
        String category = row.categories()[place];
        if (category == null) {
            return missing();
        }
        return column.type().isOrdered() ? ordered(column.categories().indexOf(category)) : column.reason(category);
    }

    private String ordered(double value) {
        return column.reason(value < usual ? Column.LOW : Column.HIGH);
    }

    private String missing() {
        return column.description() + ": " + MISSING;
    }

    /** The mean of an ordered column, as its encoding has it, or by the order of the categories. */
    private static double usual(Column column, ColumnEncoding encoding, Reference reference) {
        if (!column.type().isOrdered()) {
            return Double.NaN;
        }
        List<String> names = encoding.featureNames();
        if (!(encoding instanceof OneHotEncoding oneHot)) {
            return reference.feature(names.get(0)).mean();
        }
        double sum = 0;
        double rows = 0;
        for (int i = 0; i < names.size(); i++) {
            double share = reference.feature(names.get(i)).mean();
            sum += share * column.categories().indexOf(oneHot.categories().get(i));
            rows += share;
        }
        return sum / rows;
    }
}
