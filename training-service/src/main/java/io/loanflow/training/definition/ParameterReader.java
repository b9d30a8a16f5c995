package io.loanflow.training.definition;

import io.loanflow.contracts.dataset.DefinitionNode;
import io.loanflow.model.family.ModelFamilies;
import io.loanflow.model.family.ModelFamily;
import io.loanflow.model.family.Parameter;
import io.loanflow.model.family.ParameterSchema;
import io.loanflow.model.family.Parameters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a family and its parameters. Where a value is wrong, the problem is recorded and the family's own stands in. */
final class ParameterReader {

    private ParameterReader() {}

    static ModelFamily family(@Nullable DefinitionNode node) {
        if (node == null) {
            return ModelFamilies.STANDARD;
        }
        return family(node.text(), node);
    }

    /** @param node where a name that is not there is a problem */
    static ModelFamily family(String name, DefinitionNode node) {
        return ModelFamilies.find(name).orElseGet(() -> {
            node.problem("is \"" + name + "\"; allowed: "
                    + ModelFamilies.ALL.stream().map(ModelFamily::name).collect(Collectors.joining(", "))
                    + ", and best of them at the top");
            return ModelFamilies.STANDARD;
        });
    }

    static Parameters parameters(@Nullable DefinitionNode node, ModelFamily family) {
        if (node == null) {
            return family.defaults();
        }
        ParameterSchema schema = family.schema();
        Map<String, String> values = new LinkedHashMap<>();
        node.forEach((name, value) -> schema.find(name)
                .ifPresentOrElse(
                        parameter -> values.put(name, value(value, parameter)),
                        () -> value.problem(schema.unknown(name))));
        return new Parameters(family, values);
    }

    static String value(DefinitionNode node, Parameter parameter) {
        String text = node.text();
        String problem = parameter.problem(text);
        if (problem != null && !text.isEmpty()) {
            node.problem(problem);
        }
        return parameter.kind().canonical(text).orElse(parameter.fallback());
    }
}
