package io.loanflow.ingestion.load;

import io.loanflow.ingestion.ledger.DatasetLoad;

/**
 * @param load complete
 * @param alreadyLoaded whether the same content was loaded before, so that nothing was done
 */
public record LoadOutcome(DatasetLoad load, boolean alreadyLoaded) {}
