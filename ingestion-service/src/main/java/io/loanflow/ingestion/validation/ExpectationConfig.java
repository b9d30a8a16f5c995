package io.loanflow.ingestion.validation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.loanflow.contracts.dataset.Excerpts;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An expectation, as Great Expectations writes it.
 *
 * @param type its name, such as {@code expect_column_values_to_be_between}
 * @param kwargs its arguments by name, such as {@code column} and {@code min_value}: texts, numbers, truth values and lists
 *     of texts; {@code value_set} is cut to its first members if it is long, since a column may have thousands of categories
 */
public record ExpectationConfig(String type, Map<String, Object> kwargs, Meta meta) {

    public ExpectationConfig {
        Map<String, Object> cut = new LinkedHashMap<>(kwargs);
        cut.computeIfPresent(
                "value_set", (name, value) -> value instanceof List<?> values ? Excerpts.members(values) : value);
        kwargs = Collections.unmodifiableMap(cut);
    }

    public ExpectationConfig(String type, Map<String, Object> kwargs, Severity severity) {
        this(type, kwargs, new Meta(severity));
    }

    public record Meta(Severity severity) {}

    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public Severity severity() {
        return meta.severity();
    }

    /** Whether a row that breaks it is set aside. */
    boolean setsRowsAside() {
        return severity() == Severity.CRITICAL
                && (type.startsWith("expect_column_values_") || type.startsWith("expect_column_pair_values_"));
    }
}
