package io.loanflow.model.family;

import io.loanflow.trees.explain.TreeSum;
import io.loanflow.trees.onnx.ScoreNodes;
import io.loanflow.trees.score.TreeScorer;
import java.util.function.Supplier;

/**
 * The trees of a model.
 *
 * @param scorer scores rows of the features that the model was fitted on
 * @param sum what is explained of them
 * @param unit of the sum
 * @param nodes score the same rows in a graph
 */
public record ModelTrees(TreeScorer scorer, Supplier<TreeSum> sum, ScoreUnit unit, ScoreNodes nodes) {}
