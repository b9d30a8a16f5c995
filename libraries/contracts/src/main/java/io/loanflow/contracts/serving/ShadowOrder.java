package io.loanflow.contracts.serving;

import io.loanflow.contracts.training.ModelVersionRef;

/**
 * Asks a replica to have a version score what the champion answers.
 *
 * @param champion that it is compared with; decisions of another version are left out
 * @param leaseSeconds after which it ends where nobody has asked again
 */
public record ShadowOrder(ModelVersionRef challenger, ModelVersionRef champion, long leaseSeconds) {}
