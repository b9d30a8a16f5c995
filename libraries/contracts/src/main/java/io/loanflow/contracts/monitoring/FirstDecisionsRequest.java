package io.loanflow.contracts.monitoring;

import io.loanflow.contracts.training.ModelVersionRef;
import java.time.Instant;

/**
 * Asks how the score of a version's first decisions lies.
 *
 * @param from the first moment
 * @param decisions that are looked at
 * @param last whether fewer are looked at, since no more are waited for
 */
public record FirstDecisionsRequest(ModelVersionRef version, Instant from, long decisions, boolean last) {}
