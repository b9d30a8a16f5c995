package io.loanflow.ingestion.activity;

import io.loanflow.ingestion.check.RowsRejectedException;
import io.loanflow.ingestion.load.LoadCancelledException;
import io.loanflow.tablefiles.FileRejectedException;
import io.loanflow.testsupport.FailureRules;
import org.junit.jupiter.api.Test;

class FailuresTest {

    @Test
    void everyExceptionOfOursHasAKind() {
        // The first two become a LoadRejectedException; the last is thrown where Temporal has cancelled the load.
        FailureRules.everyExceptionHasAKind(
                Failures.KNOWN,
                "ingestion",
                FileRejectedException.class,
                RowsRejectedException.class,
                LoadCancelledException.class);
    }
}
