package io.loanflow.ingestion.load;

import io.loanflow.ingestion.ledger.DatasetLoad;
import org.jspecify.annotations.Nullable;

/**
 * @param load complete
 * @param alreadyLoaded whether it was there before, so that nothing was done
 * @param note what a person should know of the choice of rows; null where there is nothing to say
 */
public record LoadOutcome(
        DatasetLoad load, boolean alreadyLoaded, @Nullable String note) {

    static LoadOutcome found(DatasetLoad load) {
        return new LoadOutcome(load, true, null);
    }

    static LoadOutcome made(DatasetLoad load) {
        return new LoadOutcome(load, false, null);
    }

    LoadOutcome saying(String what) {
        return new LoadOutcome(load, alreadyLoaded, what);
    }
}
