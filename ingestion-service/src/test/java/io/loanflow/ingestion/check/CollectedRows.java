package io.loanflow.ingestion.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Keeps the rows of a small file. */
final class CollectedRows implements RowSink {

    private final List<List<String>> accepted = new ArrayList<>();
    private final List<QuarantinedRow> quarantined = new ArrayList<>();
    private long leftOut;

    @Override
    public void accept(CheckedRow row) {
        accepted.add(new ArrayList<>(Arrays.asList(row.values())));
    }

    @Override
    public void quarantine(QuarantinedRow row) {
        quarantined.add(row);
    }

    @Override
    public void leaveOut() {
        leftOut++;
    }

    long leftOut() {
        return leftOut;
    }

    /** The values of each row; null where one is missing. */
    List<List<String>> accepted() {
        return accepted;
    }

    List<QuarantinedRow> quarantined() {
        return quarantined;
    }
}
