package io.loanflow.ingestion.ledger;

import io.loanflow.contracts.dataset.BigTable;

/** Where a load stands. Whatever is not complete may be tried again, with the same content and the same id. */
public enum LoadState {
    /** An attempt works on it, or was killed while it did. */
    LOADING,
    /** Its rows may be read; named as readers expect it, see {@link BigTable#COMPLETE}. */
    COMPLETE,
    /** The file is not the table its definition describes, or too much of it is wrong. */
    REJECTED,
    /** The last attempt ended for a reason that does not lie in the file. */
    FAILED
}
