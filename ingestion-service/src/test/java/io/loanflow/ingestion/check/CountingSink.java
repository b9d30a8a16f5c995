package io.loanflow.ingestion.check;

/** Counts rows and forgets them. */
final class CountingSink implements RowSink {

    private long accepted;
    private long quarantined;

    @Override
    public void accept(CheckedRow row) {
        accepted++;
    }

    @Override
    public void quarantine(QuarantinedRow row) {
        quarantined++;
    }

    long rows() {
        return accepted + quarantined;
    }
}
