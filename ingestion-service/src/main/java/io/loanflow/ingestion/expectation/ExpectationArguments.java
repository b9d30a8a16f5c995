package io.loanflow.ingestion.expectation;

import io.loanflow.contracts.dataset.ColumnType;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DefinitionNode;
import io.loanflow.ingestion.validation.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code kwargs} of one expectation and keeps them for its result. Where one is wrong, the problem is recorded and the
 * answer is null or a stand-in; nothing read so is used.
 */
final class ExpectationArguments {

    private final DefinitionNode node;
    private final DatasetDefinition definition;
    private final Map<String, Object> kwargs = new LinkedHashMap<>();

    ExpectationArguments(DefinitionNode node, DatasetDefinition definition) {
        this.node = node;
        this.definition = definition;
    }

    Map<String, Object> kwargs() {
        return kwargs;
    }

    void allow(String... keys) {
        node.allowKeys(keys);
    }

    @Nullable
    IndexedColumn anyColumn(String key) {
        return column(node.required(key), key, column -> true);
    }

    @Nullable
    IndexedColumn numberColumn(String key) {
        return column(node.required(key), key, column -> column.column().type().isNumeric());
    }

    @Nullable
    IndexedColumn categoryColumn(String key) {
        return column(node.required(key), key, column -> column.column().type().isCategorical());
    }

    /** A column of numbers or a boolean one, which counts as 0 and 1. */
    @Nullable
    IndexedColumn countableColumn(String key) {
        return column(
                node.required(key),
                key,
                column -> column.column().type().isNumeric() || column.column().type() == ColumnType.BOOLEAN);
    }

    /** The columns named, or all if none are. */
    List<IndexedColumn> columns(String key) {
        List<IndexedColumn> columns = new ArrayList<>();
        DefinitionNode list = node.optional(key);
        if (list == null) {
            IndexedColumn.of(definition).stream()
                    .filter(any -> any.column().role().isLearnt())
                    .forEach(columns::add);
        } else {
            for (DefinitionNode item : list.items()) {
                IndexedColumn column = column(item, key, any -> true);
                if (column != null && columns.contains(column)) {
                    item.problem("\"" + column.name() + "\" is there twice; keep one");
                } else if (column != null) {
                    columns.add(column);
                }
            }
        }
        kwargs.put(key, columns.stream().map(IndexedColumn::name).toList());
        return columns;
    }

    private @Nullable IndexedColumn column(DefinitionNode name, String key, Predicate<IndexedColumn> allowed) {
        String text = name.text();
        List<IndexedColumn> columns =
                IndexedColumn.of(definition).stream().filter(allowed).toList();
        for (IndexedColumn column : columns) {
            if (column.name().equals(text)) {
                kwargs.put(key, text);
                return column;
            }
        }
        if (!text.isEmpty()) {
            name.problem("is \"" + text + "\"; must be one of "
                    + columns.stream().map(IndexedColumn::name).collect(Collectors.joining(", ")));
        }
        return null;
    }

    Limits limits() {
        Double minimum = limit("min_value");
        Double maximum = limit("max_value");
        if (minimum == null && maximum == null) {
            node.problem("min_value, max_value or both must be given");
        } else if (minimum != null && maximum != null && minimum > maximum) {
            node.problem("min_value is greater than max_value; swap them");
        }
        Limits limits = new Limits(minimum, maximum);
        kwargs.putAll(limits.kwargs());
        return limits;
    }

    private @Nullable Double limit(String key) {
        DefinitionNode limit = node.optional(key);
        return limit == null ? null : limit.number(-Double.MAX_VALUE, Double.MAX_VALUE);
    }

    /** Some of the column's categories. */
    List<String> categories(@Nullable IndexedColumn column) {
        List<String> categories = new ArrayList<>();
        for (DefinitionNode item : node.required("value_set").items()) {
            String category = item.text();
            if (column == null || column.column().allows(category)) {
                categories.add(category);
            } else {
                item.problem(
                        "is \"" + category + "\"; must be " + column.column().allowed());
            }
        }
        kwargs.put("value_set", categories);
        return categories;
    }

    @Nullable
    MatchRegex regex(@Nullable IndexedColumn column) {
        DefinitionNode regex = node.required("regex");
        String text = regex.text();
        kwargs.put("regex", text);
        try {
            return column == null ? null : new MatchRegex(column, text);
        } catch (PatternSyntaxException e) {
            regex.problem("is no regular expression: " + e.getDescription());
            return null;
        }
    }

    boolean truth(String key) {
        DefinitionNode truth = node.optional(key);
        boolean value = truth != null && truth.truth();
        kwargs.put(key, value);
        return value;
    }

    /** 1 unless it is given. */
    double mostly() {
        DefinitionNode mostly = node.optional("mostly");
        double share = mostly == null ? 1 : mostly.number(0, 1);
        kwargs.put("mostly", share);
        return share;
    }

    /** For a condition on rows. */
    double mostly(@Nullable Severity severity) {
        if (severity != Severity.CRITICAL) {
            return mostly();
        }
        DefinitionNode mostly = node.optional("mostly");
        if (mostly != null) {
            mostly.problem("a row that breaks a critical expectation is set aside; how many may be is the"
                    + " quarantine-limit of the data set's definition. Remove it, or make the severity warning");
        }
        kwargs.put("mostly", criticalMostly(definition));
        return criticalMostly(definition);
    }

    /** The share of rows that must meet a critical condition: all but those that may be set aside. */
    static double criticalMostly(DatasetDefinition definition) {
        return 1 - definition.quarantineLimit();
    }
}
