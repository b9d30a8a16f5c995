package io.loanflow.synthetic;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A tree of tests on a row, at whose leaves the probability of a positive decision stands. */
sealed interface DecisionNode {

    double probability(SyntheticRow row);

    /** Names of the columns that are tested. */
    List<String> columns();

    record Leaf(double probability) implements DecisionNode {

        public Leaf {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException(
                        "decision: a probability must lie between 0 and 1, not " + probability);
            }
        }

        @Override
        public double probability(SyntheticRow row) {
            return probability;
        }

        @Override
        public List<String> columns() {
            return List.of();
        }
    }

    /** Whether a number is at most a limit. */
    record AtMost(String column, double limit, DecisionNode then, DecisionNode otherwise) implements DecisionNode {

        @Override
        public double probability(SyntheticRow row) {
            return (row.number(column) <= limit ? then : otherwise).probability(row);
        }

        @Override
        public List<String> columns() {
            return joined(column, then, otherwise);
        }
    }

    /** Whether a category is the one named. */
    record Is(String column, String category, DecisionNode then, DecisionNode otherwise) implements DecisionNode {

        @Override
        public double probability(SyntheticRow row) {
            return (row.text(column).equals(category) ? then : otherwise).probability(row);
        }

        @Override
        public List<String> columns() {
            return joined(column, then, otherwise);
        }
    }

    /** @throws tools.jackson.core.JacksonException or IllegalArgumentException if it is no such tree */
    static DecisionNode of(JsonNode tree) {
        if (tree.isNumber()) {
            return new Leaf(tree.asDouble());
        }
        String column = tree.required("column").stringValue();
        DecisionNode then = of(tree.required("then"));
        DecisionNode otherwise = of(tree.required("else"));
        return tree.has("is")
                ? new Is(column, tree.required("is").stringValue(), then, otherwise)
                : new AtMost(column, tree.required("at-most").doubleValue(), then, otherwise);
    }

    private static List<String> joined(String column, DecisionNode then, DecisionNode otherwise) {
        return Stream.of(Stream.of(column), then.columns().stream(), otherwise.columns().stream())
                .flatMap(names -> names)
                .distinct()
                .toList();
    }
}
