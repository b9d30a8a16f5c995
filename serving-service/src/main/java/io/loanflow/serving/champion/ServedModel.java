package io.loanflow.serving.champion;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.model.Model;
import io.loanflow.model.calibration.Calibration;
import io.loanflow.model.reason.Reasons;
import io.loanflow.model.row.Row;
import io.loanflow.model.row.RowReader;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A registered version with its model. Immutable and thread-safe. */
public record ServedModel(ModelVersionRef version, Model model) {

    /** Where the rows come from that it was trained on. */
    public DataOrigin origin() {
        return model.facts().origin();
    }

    public Calibration calibration() {
        return model.facts().calibration();
    }

    /** Smallest probability that is decided as the positive label. */
    public double threshold() {
        return model.facts().threshold();
    }

    /** Of the data set, as it was when the model was trained. */
    public DatasetDefinition definition() {
        return model.definition();
    }

    public RowReader reader() {
        return model.reader();
    }

    /** A row that works, as JSON. */
    public JsonNode example() {
        return model.example();
    }

    /** The probability of the positive label. */
    public double probability(Row row) {
        return model.probability(row);
    }

    /** The probability of the positive label for each row, to the bit what it gets alone. */
    public double[] probabilities(List<Row> rows) {
        return model.probabilities(rows);
    }

    /** Says why; empty of a model that was trained before models had reasons. */
    public Optional<Reasons> reasons() {
        return model.reasons();
    }

    public boolean isPositive(double probability) {
        return model.isPositive(probability);
    }
}
