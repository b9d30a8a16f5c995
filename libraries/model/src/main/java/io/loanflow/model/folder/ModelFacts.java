package io.loanflow.model.folder;

import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.model.calibration.Calibration;
import io.loanflow.model.family.ModelFamilies;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a model is, in {@link ModelFolder#FACTS}.
 *
 * @param family of models; a folder that names none holds a forest
 * @param origin of the rows it was trained on; what a synthetic model says must be labelled
 * @param calibration makes a probability of the forest's score
 * @param threshold smallest probability that is decided positive
 * @param digest SHA-256 of the trees
 * @param schemaFingerprint of the feature schema it was trained with
 */
public record ModelFacts(
        String dataset,
        String family,
        DataOrigin origin,
        Calibration calibration,
        double threshold,
        String digest,
        String schemaFingerprint) {

    public ModelFacts {
        Objects.requireNonNull(calibration, "calibration is missing");
    }

    static ModelFacts read(String json) {
        JsonNode facts = FolderJson.MAPPER.readTree(json);
        if (facts instanceof ObjectNode object && !object.has("family")) {
            object.put("family", ModelFamilies.STANDARD.name());
        }
        return FolderJson.MAPPER.treeToValue(facts, ModelFacts.class);
    }
}
