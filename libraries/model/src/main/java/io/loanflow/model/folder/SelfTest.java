package io.loanflow.model.folder;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One row and what the model said of it when it was trained; whoever loads the model must get the same.
 *
 * @param input feature columns under their names: numbers and categories
 * @param probability of the positive decision, to the last bit
 * @param decision the target's category decided for
 * @param contributions of each column to the score, to the last bit; empty in a folder of an older version, which has no reasons
 */
public record SelfTest(ObjectNode input, double probability, String decision, Map<String, Double> contributions) {

    private static final String CONTRIBUTIONS = "contributions";

    public SelfTest {
        contributions = Collections.unmodifiableMap(new LinkedHashMap<>(contributions));
    }

    static SelfTest read(String json) {
        JsonNode test = FolderJson.MAPPER.readTree(json);
        if (test instanceof ObjectNode object && !object.has(CONTRIBUTIONS)) {
            object.putObject(CONTRIBUTIONS);
        }
        return FolderJson.MAPPER.treeToValue(test, SelfTest.class);
    }
}
