package io.loanflow.training.rows;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.model.TargetLabels;
import io.loanflow.model.family.LabelledRows;

/** The training part, without the test part: what a model may learn from. */
public record TrainingRows(DatasetDefinition definition, PartRows rows) {

    public LabelledRows labelled() {
        return rows.labelled(TargetLabels.of(definition));
    }
}
