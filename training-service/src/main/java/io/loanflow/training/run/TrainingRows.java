package io.loanflow.training.run;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.training.rows.PartRows;

/** The training part, without the test part: what a forest may grow from. */
public record TrainingRows(DatasetDefinition definition, PartRows rows) {}
