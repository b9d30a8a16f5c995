package io.loanflow.contracts.serving;

import io.loanflow.contracts.training.ModelVersionRef;

/**
 * Asks a replica to have a version answer a share of requests in the champion's place.
 *
 * @param champion that answers all others; where another one is in service, that answers all
 * @param share of requests
 * @param mostFailures rows that it may fail at; at one more the replica ends it by itself
 * @param leaseSeconds after which it ends where nobody has asked again
 */
public record CanaryOrder(
        ModelVersionRef challenger, ModelVersionRef champion, double share, long mostFailures, long leaseSeconds) {}
