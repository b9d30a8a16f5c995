package io.loanflow.ingestion.expectation;

import org.apache.commons.validator.routines.LongValidator;

/** The cell holds a whole number within limits, both inclusive; compared to the last of its digits, of which a 64-bit float may lack some. */
final class WholeBetween extends ColumnCondition {

    private static final LongValidator VALIDATOR = LongValidator.getInstance();

    private final long minimum;
    private final long maximum;

    WholeBetween(IndexedColumn column, Limits limits) {
        super(column, limits.allowed(column.column()));
        minimum = (long) Math.ceil(limits.atLeast());
        maximum = (long) Math.floor(limits.atMost());
    }

    @Override
    public Verdict judge(Row row) {
        return row.isValid(index)
                ? of(VALIDATOR.isInRange(row.whole(index), minimum, maximum))
                : Verdict.NOT_APPLICABLE;
    }
}
