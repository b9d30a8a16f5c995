package io.loanflow.contracts.serving;

import io.loanflow.contracts.training.ModelVersionRef;

/**
 * How a version did in serving, beside the one in service.
 *
 * @param loadSeconds until it was fetched, put together and tested
 * @param medianMicroseconds of one prediction, warm, from JSON to decision
 */
public record Rehearsal(ModelVersionRef version, double loadSeconds, double medianMicroseconds) {}
