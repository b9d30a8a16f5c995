package io.loanflow.model.family;

import io.loanflow.contracts.training.ParameterValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** All parameters of a family, in the order in which they are shown: the one list. */
public record ParameterSchema(String family, List<Parameter> parameters) {

    /** At most so many letters may differ between a name and the one that was meant. */
    private static final int CLOSE = 3;

    public ParameterSchema {
        parameters = List.copyOf(parameters);
    }

    public Optional<Parameter> find(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }

    /** @throws java.util.NoSuchElementException if there is no such parameter */
    public Parameter parameter(String name) {
        return find(name).orElseThrow();
    }

    public List<String> names() {
        return parameters.stream().map(Parameter::name).toList();
    }

    /**
     * Says everything that is wrong.
     *
     * @return one clause each, beginning with the name; empty where all is well
     */
    public List<String> problems(Map<String, ParameterValue> given) {
        List<String> problems = new ArrayList<>();
        given.forEach((name, value) -> problem(name, value.text()).ifPresent(text -> problems.add(name + " " + text)));
        return problems;
    }

    private Optional<String> problem(String name, String text) {
        return find(name)
                .map(known -> Optional.ofNullable(known.problem(text)))
                .orElseGet(() -> Optional.of(unknown(name)));
    }

    /** Why there is no such name, as the end of a sentence that begins with it. */
    public String unknown(String name) {
        String meant =
                closest(name).map(known -> "did you mean " + known + "? ").orElse("");
        return "is no parameter of the family " + family + "; " + meant + "It has " + String.join(", ", names());
    }

    private static int distance(String plain, String known) {
        return LevenshteinDistance.getDefaultInstance().apply(plain, Parameter.plain(known));
    }

    private Optional<String> closest(String name) {
        String plain = Parameter.plain(Parameter.plain(name).equals("nestimators") ? "trees" : name);
        return names().stream()
                .filter(known -> distance(plain, known) <= CLOSE)
                .min(Comparator.comparingInt(known -> distance(plain, known)));
    }
}
