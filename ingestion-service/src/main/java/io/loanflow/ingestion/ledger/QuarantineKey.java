package io.loanflow.ingestion.ledger;

import jakarta.persistence.Embeddable;

/**
 * Key of one problem of one row.
 *
 * @param rowNo number of the data row in its file, from 1
 * @param problemNo position in the row's problems, from 0
 */
@Embeddable
record QuarantineKey(long loadId, long rowNo, int problemNo) {}
