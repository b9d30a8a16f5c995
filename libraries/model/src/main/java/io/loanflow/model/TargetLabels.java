package io.loanflow.model;

import io.loanflow.contracts.dataset.DatasetDefinition;

/** The target's two categories. */
public record TargetLabels(String negative, String positive) {

    public static TargetLabels of(DatasetDefinition definition) {
        return new TargetLabels(definition.negativeLabel(), definition.positiveLabel());
    }
}
