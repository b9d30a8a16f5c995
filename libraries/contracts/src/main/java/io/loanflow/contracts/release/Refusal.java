package io.loanflow.contracts.release;

import io.loanflow.contracts.training.ModelVersionRef;

/**
 * A version that passed the gate does not come into service.
 *
 * @param reason why, as a sentence
 */
public record Refusal(ModelVersionRef version, String reason) {}
