package io.loanflow.ingestion.ledger;

/**
 * What an attempt did.
 *
 * @param rowsStored without the quarantined ones
 * @param seconds spent reading, checking and storing
 */
public record LoadFigures(
        long rowsRead,
        long rowsStored,
        long rowsQuarantined,
        int expectationsEvaluated,
        int expectationsFailed,
        double seconds) {

    public static final LoadFigures NONE = new LoadFigures(0, 0, 0, 0, 0, 0);

    /** The same of an attempt whose rows are thrown away. */
    public LoadFigures nothingStored() {
        return new LoadFigures(rowsRead, 0, rowsQuarantined, expectationsEvaluated, expectationsFailed, seconds);
    }
}
