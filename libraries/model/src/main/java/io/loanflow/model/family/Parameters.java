package io.loanflow.model.family;

import io.loanflow.contracts.training.ParameterValue;
import io.loanflow.contracts.training.TrainingSettings;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A value for every parameter of a family: with the rows, all that a model depends on.
 *
 * @param values by name, each written in its one way, in the schema's order
 */
public record Parameters(ModelFamily family, Map<String, String> values) {

    public Parameters {
        Map<String, String> ordered = new LinkedHashMap<>();
        for (Parameter parameter : family.schema().parameters()) {
            String given = values.getOrDefault(parameter.name(), parameter.fallback());
            ordered.put(
                    parameter.name(),
                    parameter
                            .kind()
                            .canonical(given)
                            .orElseThrow(() ->
                                    new IllegalArgumentException(parameter.name() + " " + parameter.problem(given))));
        }
        values = Collections.unmodifiableMap(ordered);
    }

    /**
     * These, but for what is given.
     *
     * @throws SettingsInvalidException with everything that is wrong
     */
    public Parameters with(Map<String, ParameterValue> given) {
        List<String> problems = family.schema().problems(given);
        if (!problems.isEmpty()) {
            throw new SettingsInvalidException(problems.stream()
                    .map(problem -> "training.parameters." + problem + ".")
                    .collect(Collectors.joining(" ", "", " Leave out what shall be as the data set has it.")));
        }
        Map<String, String> all = new LinkedHashMap<>(values);
        given.forEach((name, value) -> all.put(name, value.text()));
        return new Parameters(family, all);
    }

    public Parameters with(String name, String value) {
        return with(Map.of(name, new ParameterValue(value)));
    }

    public String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the family " + family.name() + " has no parameter " + name);
        }
        return value;
    }

    public long whole(String name) {
        return Long.parseLong(text(name));
    }

    public double number(String name) {
        return Double.parseDouble(text(name));
    }

    /** Every family's number of trees. */
    public int trees() {
        return (int) whole(TrainingSettings.TREES);
    }

    /** For other modules: complete settings. */
    public TrainingSettings settings() {
        Map<String, ParameterValue> all = new LinkedHashMap<>();
        values.forEach((name, value) -> all.put(name, new ParameterValue(value)));
        return new TrainingSettings(family.name(), all);
    }

    /** Names and values, as a run shows them. */
    public Map<String, String> described() {
        Map<String, String> described = new LinkedHashMap<>();
        described.put("family", family.name());
        described.putAll(values);
        return described;
    }
}
