package io.loanflow.model.folder;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One row and what the model said of it when it was trained; whoever loads the model must get the same.
 *
 * @param input feature columns under their names: numbers and categories
 * @param probability of the positive decision, to the last bit
 * @param decision the target's category decided for
 * @param contributions of each column to the score, to the last bit; null in a folder of an older version, which has no reasons
 */
public record SelfTest(
        ObjectNode input,
        double probability,
        String decision,
        @Nullable Map<String, Double> contributions) {}
