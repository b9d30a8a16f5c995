package io.loanflow.tracking;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.ingestion.DatasetRef;

/**
 * Data a run was made from, as MLflow's Dataset column shows it.
 *
 * @param context what it was used for: "training" or "validation"
 */
public record DatasetInput(DatasetRef load, DatasetDefinition definition, String context) {}
