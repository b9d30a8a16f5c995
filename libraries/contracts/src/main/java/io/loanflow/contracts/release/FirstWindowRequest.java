package io.loanflow.contracts.release;

import io.loanflow.contracts.training.ModelVersionRef;
import java.time.Instant;

/**
 * @param dataset of the version, which bears its name
 * @param version that came into service
 * @param from no decision of it that counts is older
 */
public record FirstWindowRequest(String dataset, ModelVersionRef version, FirstWindowPolicy policy, Instant from) {}
