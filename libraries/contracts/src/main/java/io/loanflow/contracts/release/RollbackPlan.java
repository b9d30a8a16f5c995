package io.loanflow.contracts.release;

import io.loanflow.contracts.training.ModelVersionRef;

/** The version that a rollback leaves, and the one it goes back to. */
public record RollbackPlan(ModelVersionRef from, ModelVersionRef to, String reason) {}
