package io.loanflow.ingestion.expectation;

import io.loanflow.tablefiles.Text;
import java.util.List;

/**
 * One number of a row is greater than another.
 *
 * @param orEqual whether the same number will do
 */
record PairGreater(IndexedColumn a, IndexedColumn b, boolean orEqual) implements RowCondition {

    @Override
    public Verdict judge(Row row) {
        if (!row.isValid(a.index()) || !row.isValid(b.index())) {
            return Verdict.NOT_APPLICABLE;
        }
        double left = row.number(a.index());
        double right = row.number(b.index());
        return ColumnCondition.of(left > right || (orEqual && left == right));
    }

    @Override
    public List<String> columns() {
        return List.of(a.name(), b.name());
    }

    @Override
    public String value(Row row) {
        return Text.cut(row.text(a.index())) + ", " + Text.cut(row.text(b.index()));
    }

    @Override
    public String reason(Row row) {
        return a.name() + " is " + Text.cut(row.text(a.index())) + " and " + b.name() + " is "
                + Text.cut(row.text(b.index())) + "; the first must be greater than the second"
                + (orEqual ? " or equal to it" : "");
    }
}
