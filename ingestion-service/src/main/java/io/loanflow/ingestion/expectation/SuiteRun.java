package io.loanflow.ingestion.expectation;

import io.loanflow.ingestion.validation.ExpectationResult;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Judges the rows of one file. Every row is held against the critical conditions. Those that break none are kept, and all other
 * expectations speak of the kept rows: that is, of what the table will hold.
 */
public final class SuiteRun implements Closeable {

    private final List<RowTally> tallies;
    private final RowTally[] critical;
    private final RowTally[] criticalForComplete;
    private final RowTally[] others;
    private final List<TableExpectation> table;
    private final List<TableMeasure> measures = new ArrayList<>();
    private long complete;

    SuiteRun(ExpectationSuite suite) {
        tallies = suite.rows().stream().map(RowTally::new).toList();
        critical = tallies(RowExpectation::critical);
        criticalForComplete = tallies(expectation ->
                expectation.critical() && !expectation.condition().isMetByCompleteRows());
        others = tallies(expectation -> !expectation.critical());
        table = suite.table();
        table.forEach(expectation -> measures.add(expectation.measure().get()));
    }

    private RowTally[] tallies(Predicate<RowExpectation> which) {
        return tallies.stream().filter(tally -> which.test(tally.expectation())).toArray(RowTally[]::new);
    }

    /** The critical expectations that the row breaks; if there are none, it is kept. */
    public List<RowExpectation> judge(Row row) throws IOException {
        List<RowExpectation> broken = List.of();
        complete += row.isComplete() ? 1 : 0;
        for (RowTally tally : row.isComplete() ? criticalForComplete : critical) {
            if (tally.isBrokenBy(row)) {
                broken = broken.isEmpty() ? new ArrayList<>() : broken;
                broken.add(tally.expectation());
            }
        }
        if (broken.isEmpty()) {
            keep(row);
        }
        return broken;
    }

    private void keep(Row row) throws IOException {
        for (RowTally tally : others) {
            tally.isBrokenBy(row);
        }
        for (TableMeasure measure : measures) {
            measure.add(row);
        }
    }

    /** One result for each expectation, in the order of the suite. Called once. */
    public List<ExpectationResult> finish() throws IOException {
        List<ExpectationResult> results = new ArrayList<>();
        tallies.forEach(tally -> results.add(tally.result(tally.expectation().critical() ? complete : 0)));
        for (int i = 0; i < measures.size(); i++) {
            TableMeasure.Finding finding = measures.get(i).finish();
            results.add(new ExpectationResult(finding.success(), table.get(i).config(), finding.observation()));
        }
        return results;
    }

    @Override
    public void close() throws IOException {
        for (TableMeasure measure : measures) {
            measure.close();
        }
    }
}
