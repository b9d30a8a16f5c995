package io.loanflow.training.definition;

import io.loanflow.contracts.dataset.DefinitionNode;
import io.loanflow.forest.grow.Criterion;
import io.loanflow.forest.grow.Portion;
import io.loanflow.training.forest.ForestParameters;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the {@code space} of a tuning: for each parameter a list of values, or a range. */
final class SearchSpaceReader {

    private static final double SMALLEST_SHARE = 0.001;

    private SearchSpaceReader() {}

    /** For a data set that says nothing: what decides most about a forest. */
    static SearchSpace general(ForestParameters parameters) {
        return new SearchSpace(
                new Dimension.Choice<>(List.of(Criterion.values())),
                new Dimension.WholeNumbers(new NumberRange(8, 32, false)),
                new Dimension.WholeNumbers(new NumberRange(1, 20, true)),
                new Dimension.Shares(new NumberRange(0.2, 0.8, false)),
                new Dimension.Choice<>(List.of(parameters.maxSamples())));
    }

    /** @param parameters what is not searched stays as it is here */
    static SearchSpace read(DefinitionNode node, ForestParameters parameters) {
        node.allowKeys("criterion", "max_depth", "min_samples_leaf", "max_features", "max_samples");
        SearchSpace fixed = SearchSpace.only(parameters);
        return new SearchSpace(
                listed(node.optional("criterion"), ParameterNode::criterion, fixed.criterion()),
                whole(node.optional("max_depth"), ParameterNode::maxDepth, fixed.maxDepth()),
                whole(node.optional("min_samples_leaf"), ParameterNode::minSamplesLeaf, fixed.minSamplesLeaf()),
                shares(node.optional("max_features"), ParameterNode::maxFeatures, fixed.maxFeatures()),
                shares(node.optional("max_samples"), ParameterNode::maxSamples, fixed.maxSamples()));
    }

    private static <T> Dimension<T> listed(
            @Nullable DefinitionNode node, Function<DefinitionNode, T> value, Dimension<T> fixed) {
        if (node == null) {
            return fixed;
        }
        List<T> values = node.items().stream().map(value).toList();
        return values.isEmpty() ? fixed : new Dimension.Choice<>(values);
    }

    private static Dimension<Integer> whole(
            @Nullable DefinitionNode node, Function<DefinitionNode, Integer> value, Dimension<Integer> fixed) {
        return node == null || node.isList()
                ? listed(node, value, fixed)
                : new Dimension.WholeNumbers(range(node, value::apply));
    }

    private static Dimension<Portion> shares(
            @Nullable DefinitionNode node, Function<DefinitionNode, Portion> value, Dimension<Portion> fixed) {
        return node == null || node.isList()
                ? listed(node, value, fixed)
                : new Dimension.Shares(range(node, end -> end.number(SMALLEST_SHARE, 1)));
    }

    private static NumberRange range(DefinitionNode node, Function<DefinitionNode, Number> end) {
        node.allowKeys("from", "to", "scale");
        double from = end.apply(node.required("from")).doubleValue();
        double to = end.apply(node.required("to")).doubleValue();
        if (from >= to) {
            node.required("from").problem("is not below \"to\"; give a smaller number, or a list of values");
        }
        DefinitionNode scale = node.optional("scale");
        return new NumberRange(from, to, scale != null && scale.oneOf(List.of(Scale.values())) == Scale.LOG);
    }

    /** How a range is drawn from. */
    private enum Scale {
        LINEAR,
        LOG
    }
}
