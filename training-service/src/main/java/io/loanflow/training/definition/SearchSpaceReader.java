package io.loanflow.training.definition;

import io.loanflow.contracts.dataset.DefinitionNode;
import io.loanflow.model.family.Dimension;
import io.loanflow.model.family.NumberRange;
import io.loanflow.model.family.Parameter;
import io.loanflow.model.family.ParameterKind;
import io.loanflow.model.family.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Reads the {@code space} of a tuning: for each parameter a list of values, or a range. */
final class SearchSpaceReader {

    private static final double SMALLEST_SHARE = 0.001;

    private SearchSpaceReader() {}

    /**
     * @param node null for a data set that says nothing: what decides most, as the family's schema has it
     * @param parameters what is not searched stays as it is here
     */
    static SearchSpace read(@Nullable DefinitionNode node, Parameters parameters) {
        List<Parameter> searchable = SearchSpace.searchable(parameters.family().schema());
        if (node != null) {
            node.allowKeys(searchable.stream().map(Parameter::name).toArray(String[]::new));
        }
        Map<String, Dimension> dimensions = new LinkedHashMap<>();
        for (Parameter parameter : searchable) {
            DefinitionNode given = node == null ? null : node.optional(parameter.name());
            Dimension searched = given == null ? null : dimension(given, parameter);
            Dimension general = node == null ? parameter.search() : null;
            Dimension fixed = new Dimension.Choice(List.of(parameters.text(parameter.name())));
            dimensions.put(parameter.name(), searched != null ? searched : general != null ? general : fixed);
        }
        return new SearchSpace(dimensions);
    }

    /** Null where something is wrong. */
    private static @Nullable Dimension dimension(DefinitionNode node, Parameter parameter) {
        if (!node.isList() && parameter.kind() instanceof ParameterKind.WholeNumbers numbers) {
            return new Dimension.WholeNumbers(range(node, end -> end.wholeNumber(numbers.from(), numbers.to())));
        }
        if (!node.isList() && parameter.kind() instanceof ParameterKind.Numbers numbers) {
            return new Dimension.Numbers(range(node, end -> end.number(numbers.from(), numbers.to())));
        }
        if (!node.isList() && parameter.kind() instanceof ParameterKind.Portions) {
            return new Dimension.Shares(range(node, end -> end.number(SMALLEST_SHARE, 1)));
        }
        List<String> values = node.items().stream()
                .map(item -> ParameterReader.value(item, parameter))
                .toList();
        return values.isEmpty() ? null : new Dimension.Choice(values);
    }

    private static NumberRange range(DefinitionNode node, ToDoubleFunction<DefinitionNode> end) {
        node.allowKeys("from", "to", "scale");
        double from = end.applyAsDouble(node.required("from"));
        double to = end.applyAsDouble(node.required("to"));
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
