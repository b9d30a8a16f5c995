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
}
