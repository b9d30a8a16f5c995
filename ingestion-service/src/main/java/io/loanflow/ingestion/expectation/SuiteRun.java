package io.loanflow.ingestion.expectation;

import io.loanflow.ingestion.validation.ExpectationResult;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges the rows of one file. Every row is held against the critical conditions. Those that break none are kept, and all other
 * expectations speak of the kept rows: that is, of what the table will hold.
 */
public final class SuiteRun implements Closeable {

    private final RowTally[] critical;
    private final RowTally[] others;
    private final List<RowTally> tallies;
    private final List<TableExpectation> table;
    private final List<TableMeasure> measures = new ArrayList<>();

    SuiteRun(ExpectationSuite suite) {
        tallies = suite.rows().stream().map(RowTally::new).toList();
        critical =
                tallies.stream().filter(tally -> tally.expectation().critical()).toArray(RowTally[]::new);
        others = tallies.stream()
                .filter(tally -> !tally.expectation().critical())
                .toArray(RowTally[]::new);
        table = suite.table();
        table.forEach(expectation -> measures.add(expectation.measure().get()));
    }

    /** The critical expectations that the row breaks; if there are none, it is kept. */
    public List<RowExpectation> judge(Row row) throws IOException {
        List<RowExpectation> broken = List.of();
        for (RowTally tally : critical) {
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
        tallies.forEach(tally -> results.add(tally.result()));
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
