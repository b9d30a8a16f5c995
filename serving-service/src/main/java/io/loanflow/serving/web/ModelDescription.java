package io.loanflow.serving.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.serving.champion.ServedModel;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The model in service.
 *
 * @param dataset name of the data set it was trained on
 * @param title of the data set, for people
 * @param origin of the rows it was trained on
 * @param calibration what makes a probability of the forest's score: none, platt or isotonic
 * @param threshold smallest probability that is decided as the positive label
 * @param digest SHA-256 of the trees: equal digests mean equal predictions
 * @param positiveName what the definition calls the label that probabilities are of
 * @param negativeName what it calls the other one
 * @param features what a row consists of
 * @param example a row that works
 */
record ModelDescription(
        String name,
        int version,
        String runId,
        String dataset,
        String title,
        DataOrigin origin,
        String calibration,
        double threshold,
        String digest,
        String positiveName,
        String negativeName,
        List<Feature> features,
        @Schema(implementation = Object.class) JsonNode example) {

    static ModelDescription of(ServedModel model) {
        return new ModelDescription(
                model.version().name(),
                model.version().version(),
                model.version().runId(),
                model.definition().name(),
                model.definition().title(),
                model.origin(),
                model.calibration().method(),
                model.threshold(),
                model.version().digest(),
                model.definition().positiveName(),
                model.definition().negativeName(),
                model.definition().features().stream().map(Feature::of).toList(),
                model.example());
    }

    /**
     * One property of a row.
     *
     * @param type real, integer, nominal, ordinal or boolean
     * @param unit absent where there is none
     * @param minimum absent where there is none
     * @param maximum absent where there is none
     * @param categories allowed texts; absent for a number, and where any text is allowed
     * @param required whether a row must have it
     * @param allowed all of it as words
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Feature(
            String name,
            String description,
            String type,
            @Nullable String unit,
            @Nullable Double minimum,
            @Nullable Double maximum,
            @Nullable List<String> categories,
            boolean required,
            String allowed) {

        static Feature of(Column column) {
            return new Feature(
                    column.name(),
                    column.description(),
                    column.type().name().toLowerCase(Locale.ROOT),
                    column.unit(),
                    column.range() == null ? null : column.range().minimum(),
                    column.range() == null ? null : column.range().maximum(),
                    column.type().isNumeric() || column.isOpen() ? null : column.categories(),
                    !column.missingAllowed(),
                    column.allowed());
        }
    }
}
