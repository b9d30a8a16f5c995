package io.loanflow.model.folder;

import tools.jackson.databind.node.ObjectNode;

/**
 * One row and what the model said of it when it was trained; whoever loads the model must get the same.
 *
 * @param input feature columns under their names: numbers and categories
 * @param probability of the positive decision, to the last bit
 * @param decision the target's category decided for
 */
public record SelfTest(ObjectNode input, double probability, String decision) {}
