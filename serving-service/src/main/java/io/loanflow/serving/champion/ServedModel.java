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

    /** Its text in the model's folder. */
    public String definitionText() {
        return model.definitionText();
    }

    /** SHA-256 of that text. */
    public String definitionDigest() {
        return model.definitionDigest();
    }

    public RowReader reader() {
        return model.reader();
    }

    /** A row that works, as JSON. */
    public JsonNode example() {
        return model.example();
    }

    /** What the trees say, before calibration. */
    public double score(Row row) {
        return model.score(row);
    }

    /** The score of each row, to the bit what it gets alone. */
    public double[] scores(List<Row> rows) {
        return model.scores(rows);
    }

    /** The columns in which a row has a category that the training part never met. */
    public List<String> unseen(Row row) {
        return model.unseen(row);
    }

    /** The probability of the positive label. */
    public double probability(double score) {
        return model.probability(score);
    }

    /** Says why; empty of a model that was trained before models had reasons. */
    public Optional<Reasons> reasons() {
        return model.reasons();
    }

    public boolean isPositive(double probability) {
        return model.isPositive(probability);
    }

    /** The target's category that a probability is decided as. */
    public String label(double probability) {
        return isPositive(probability)
                ? definition().positiveLabel()
                : definition().negativeLabel();
    }
}
