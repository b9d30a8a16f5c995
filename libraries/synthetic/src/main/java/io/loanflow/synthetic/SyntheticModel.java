package io.loanflow.synthetic;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Statistics from which rows are drawn.
 *
 * @param columns all but the target, each after those it needs
 * @param correlation of the normal variables behind the drawn columns, in their order
 * @param decision the tree that gives the probability of a positive decision
 */
record SyntheticModel(List<ColumnModel> columns, List<List<Double>> correlation, JsonNode decision) {}
