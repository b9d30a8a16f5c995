package io.loanflow.preprocessing.load;

import io.loanflow.contracts.dataset.DatasetDefinition;

/**
 * The definition that a load was made with.
 *
 * @param digest by which the ledger keeps it, over the expectations too
 * @param text as it was written
 */
public record StoredDefinition(String digest, String text, DatasetDefinition definition) {}
