package io.loanflow.ingestion.ledger;

/**
 * What an attempt did.
 *
 * @param rowsStored without those that are left out and the quarantined ones
 * @param rowsLeftOut that the definition says are none of the data set's
 * @param seconds spent reading, checking and storing
 */
public record LoadFigures(
        long rowsRead,
        long rowsStored,
        long rowsLeftOut,
        long rowsQuarantined,
        int expectationsEvaluated,
        int expectationsFailed,
        double seconds) {

    public static final LoadFigures NONE = new LoadFigures(0, 0, 0, 0, 0, 0, 0);

    /** The same of an attempt whose rows are thrown away. */
    public LoadFigures nothingStored() {
        return new LoadFigures(
                rowsRead, 0, rowsLeftOut, rowsQuarantined, expectationsEvaluated, expectationsFailed, seconds);
    }
}
