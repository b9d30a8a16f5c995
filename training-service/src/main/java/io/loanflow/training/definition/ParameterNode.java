package io.loanflow.training.definition;

import io.loanflow.contracts.dataset.DefinitionNode;
import io.loanflow.forest.grow.Criterion;
import io.loanflow.forest.grow.Portion;
import io.loanflow.training.forest.ForestParameters;
import java.util.List;

/** Reads one value of a parameter. Where it is wrong, the problem is recorded and something stands in. */
final class ParameterNode {

    private static final String PORTIONS = "all, sqrt, log2, a share such as 0.5, or a count such as 7";
    private static final String ROW_PORTIONS = "all, a share such as 0.5, or a count such as 7";

    private ParameterNode() {}

    static int trees(DefinitionNode node) {
        return (int) node.wholeNumber(1, ForestParameters.MOST_TREES);
    }

    static int maxDepth(DefinitionNode node) {
        return (int) node.wholeNumber(1, ForestParameters.DEEPEST);
    }

    static int minSamplesLeaf(DefinitionNode node) {
        return (int) node.wholeNumber(1, ForestParameters.LARGEST_LEAF);
    }

    static Criterion criterion(DefinitionNode node) {
        Criterion criterion = node.oneOf(List.of(Criterion.values()));
        return criterion == null ? Criterion.GINI : criterion;
    }

    static Portion maxFeatures(DefinitionNode node) {
        return portion(node, PORTIONS);
    }

    static Portion maxSamples(DefinitionNode node) {
        Portion portion = portion(node, ROW_PORTIONS);
        if (portion.kind() == Portion.Kind.SQRT || portion.kind() == Portion.Kind.LOG2) {
            node.problem("is \"" + portion + "\"; must be " + ROW_PORTIONS);
        }
        return portion;
    }

    private static Portion portion(DefinitionNode node, String allowed) {
        String text = node.text();
        try {
            return text.isEmpty() ? Portion.ALL : Portion.parse(text);
        } catch (IllegalArgumentException e) {
            node.problem("is \"" + text + "\"; must be " + allowed);
            return Portion.ALL;
        }
    }
}
