package io.loanflow.ingestion.expectation;

import org.apache.commons.validator.routines.DoubleValidator;

/** The cell holds a number within limits, both inclusive. */
final class Between extends ColumnCondition {

    private static final DoubleValidator VALIDATOR = DoubleValidator.getInstance();

    private final double minimum;
    private final double maximum;

    Between(IndexedColumn column, Limits limits) {
        super(column, limits.allowed(column.column()));
        minimum = limits.atLeast();
        maximum = limits.atMost();
    }

    @Override
    public Verdict judge(Row row) {
        return row.isValid(index)
                ? of(VALIDATOR.isInRange(row.number(index), minimum, maximum))
                : Verdict.NOT_APPLICABLE;
    }
}
