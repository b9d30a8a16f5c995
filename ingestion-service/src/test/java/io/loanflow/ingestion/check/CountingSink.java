package io.loanflow.ingestion.check;

/** Counts rows and forgets them. */
final class CountingSink implements RowSink {

    private long accepted;
    private long quarantined;
    private long leftOut;

    @Override
    public void accept(CheckedRow row) {
        accepted++;
    }

    @Override
    public void quarantine(QuarantinedRow row) {
        quarantined++;
    }

    @Override
    public void leaveOut() {
        leftOut++;
    }

    long rows() {
        return accepted + quarantined + leftOut;
    }
}
