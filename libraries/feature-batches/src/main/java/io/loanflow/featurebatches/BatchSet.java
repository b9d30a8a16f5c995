package io.loanflow.featurebatches;

import io.loanflow.contracts.feature.FeatureSchema;
import java.time.Duration;

/**
 * What is known of a set of batches before it is written.
 *
 * @param rows of both parts
 * @param timeToLive in Redis
 */
public record BatchSet(FeatureSchema schema, long rows, Duration timeToLive) {}
