package io.loanflow.ingestion.load;

import io.loanflow.ingestion.check.QuarantinedRow;
import io.loanflow.ingestion.ledger.DatasetLoad;
import io.loanflow.ingestion.ledger.LoadLedger;
import java.util.ArrayList;
import java.util.List;

/** Writes quarantined rows to the ledger, many at a time. */
final class QuarantineBatch {

    private static final int ROWS = 500;

    private final LoadLedger ledger;
    private final DatasetLoad attempt;
    private final List<QuarantinedRow> rows = new ArrayList<>();
    private long total;

    QuarantineBatch(LoadLedger ledger, DatasetLoad attempt) {
        this.ledger = ledger;
        this.attempt = attempt;
    }

    void add(QuarantinedRow row) {
        rows.add(row);
        total++;
        if (rows.size() == ROWS) {
            flush();
        }
    }

    void flush() {
        if (!rows.isEmpty()) {
            ledger.quarantine(attempt, rows);
            rows.clear();
        }
    }

    long total() {
        return total;
    }
}
