package io.loanflow.training.forest;

import io.loanflow.contracts.dataset.DatasetDefinition;

/** The target's two categories. */
public record TargetLabels(String negative, String positive) {

    public static TargetLabels of(DatasetDefinition definition) {
        String negative = definition.target().categories().stream()
                .filter(category -> !category.equals(definition.positiveLabel()))
                .findFirst()
                .orElseThrow();
        return new TargetLabels(negative, definition.positiveLabel());
    }
}
