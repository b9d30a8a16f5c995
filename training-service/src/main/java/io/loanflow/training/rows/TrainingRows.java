package io.loanflow.training.rows;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.Monotonicity;
import io.loanflow.model.TargetLabels;
import io.loanflow.model.family.LabelledRows;
import java.util.LinkedHashMap;
import java.util.Map;

/** The training part, without the test part: what a model may learn from. */
public record TrainingRows(DatasetDefinition definition, PartRows rows) {

    public LabelledRows labelled() {
        return rows.labelled(TargetLabels.of(definition), monotone());
    }

    /** A column with an order is one feature, of the same name. */
    private Map<String, Integer> monotone() {
        Map<String, Integer> directions = new LinkedHashMap<>();
        for (Column column : definition.features()) {
            if (column.monotone() != null) {
                directions.put(column.name(), column.monotone() == Monotonicity.RISING ? 1 : -1);
            }
        }
        return directions;
    }
}
