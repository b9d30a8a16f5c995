package io.loanflow.monitoring.model;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.model.reference.ReferenceDistribution;
import org.jspecify.annotations.Nullable;

/**
 * What the watch needs of a model.
 *
 * @param definition of the data set, as it was when the model was trained
 * @param digest of the model
 * @param distribution of its training part; null of a model that an older version made
 */
public record WatchedModel(
        DatasetDefinition definition,
        String digest,
        @Nullable ReferenceDistribution distribution) {}
