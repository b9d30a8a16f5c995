package io.loanflow.ingestion.expectation;

import io.loanflow.ingestion.validation.ExpectationResult;
import io.loanflow.ingestion.validation.Observation;
import io.loanflow.tablefiles.Text;
import java.util.ArrayList;
import java.util.List;

/** Counts how the rows of one file fare with one condition. */
final class RowTally {

    private final RowExpectation expectation;
    private final RowCondition condition;
    private final List<String> values = new ArrayList<>();
    private final List<Long> rows = new ArrayList<>();
    private final OffenderTally offenders = new OffenderTally();
    private long met;
    private long broken;
    private long notApplicable;

    RowTally(RowExpectation expectation) {
        this.expectation = expectation;
        condition = expectation.condition();
    }

    RowExpectation expectation() {
        return expectation;
    }

    /** Whether the row breaks the condition. */
    boolean isBrokenBy(Row row) {
        switch (condition.judge(row)) {
            case MET -> met++;
            case NOT_APPLICABLE -> notApplicable++;
            case BROKEN -> {
                broken++;
                offenders.add(condition.value(row), condition.flaw(row));
                if (rows.size() < Observation.PARTIAL) {
                    values.add(Text.cut(condition.value(row)));
                    rows.add(row.number());
                }
                return true;
            }
        }
        return false;
    }

    /** @param complete rows whose cells are all valid and which were not judged, since they meet the condition */
    ExpectationResult result(long complete) {
        met += condition.isMetByCompleteRows() ? complete : 0;
        long judged = met + broken;
        // Nothing to judge is nothing wrong, as in Great Expectations.
        boolean success = judged == 0 || met >= expectation.mostly() * judged;
        double percent = judged == 0 ? 0 : 100.0 * broken / judged;
        return new ExpectationResult(
                success,
                expectation.config(),
                new Observation(
                        judged + notApplicable,
                        broken,
                        percent,
                        notApplicable,
                        values,
                        rows,
                        null,
                        offenders.commonest()));
    }
}
