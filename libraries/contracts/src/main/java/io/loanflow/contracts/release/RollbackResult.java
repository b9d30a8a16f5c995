package io.loanflow.contracts.release;

import io.loanflow.contracts.training.ModelVersionRef;

/**
 * @param withdrawn the version that is in service no more, and that no gate lets in again
 * @param champion the version in service
 * @param replicas of serving that answer with it
 */
public record RollbackResult(ModelVersionRef withdrawn, ModelVersionRef champion, int replicas) {}
