package io.loanflow.ingestion.expectation;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DefinitionNode;
import io.loanflow.ingestion.validation.ExpectationConfig;
import io.loanflow.ingestion.validation.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the entries of an {@code expectations.yaml}. */
final class ExpectationReader {

    private static final String TYPES = String.join(
            ", ",
            "expect_column_values_to_be_between",
            "expect_column_values_to_be_in_set",
            "expect_column_values_to_not_be_null",
            "expect_column_values_to_match_regex",
            "expect_column_pair_values_a_to_be_greater_than_b",
            "expect_compound_columns_to_be_unique",
            "expect_table_row_count_to_be_between",
            "expect_column_mean_to_be_between",
            "expect_column_stdev_to_be_between",
            "expect_column_min_to_be_between",
            "expect_column_max_to_be_between");

    private final DatasetDefinition definition;
    private final List<RowExpectation> rows = new ArrayList<>();
    private final List<TableExpectation> table = new ArrayList<>();

    ExpectationReader(DatasetDefinition definition) {
        this.definition = definition;
        rows.addAll(BaseExpectations.of(definition));
    }

    ExpectationSuite suite() {
        return new ExpectationSuite(rows, table);
    }

    ExpectationSuite suite(DefinitionNode root) {
        root.allowKeys("expectations");
        root.required("expectations").items().forEach(this::read);
        return suite();
    }

    private void read(DefinitionNode entry) {
        entry.allowKeys("type", "severity", "kwargs");
        DefinitionNode type = entry.required("type");
        Severity severity = entry.required("severity").oneOf(List.of(Severity.values()));
        DefinitionNode kwargs = entry.required("kwargs");
        Entry read = new Entry(type.text(), severity, new ExpectationArguments(kwargs, definition));
        switch (read.type) {
            case "expect_column_values_to_be_between" -> between(read);
            case "expect_column_values_to_be_in_set" -> inSet(read);
            case "expect_column_values_to_not_be_null" -> notNull(read);
            case "expect_column_values_to_match_regex" -> matchRegex(read);
            case "expect_column_pair_values_a_to_be_greater_than_b" -> pair(read);
            case "expect_compound_columns_to_be_unique" -> unique(read);
            case "expect_table_row_count_to_be_between" -> rowCount(read);
            case "expect_column_mean_to_be_between" -> figure(read, Statistic.Mean::new);
            case "expect_column_stdev_to_be_between" -> figure(read, Statistic.Deviation::new);
            case "expect_column_min_to_be_between" -> figure(read, Statistic.Smallest::new);
            case "expect_column_max_to_be_between" -> figure(read, Statistic.Largest::new);
            case "expect_column_values_to_be_of_type" ->
                type.problem("follows from the column's type in the definition; remove it");
            case "" -> {
                // Reported when it was read.
            }
            default -> type.problem("is \"" + read.type + "\"; allowed: " + TYPES);
        }
    }

    private void between(Entry entry) {
        entry.arguments.allow("column", "min_value", "max_value", "mostly");
        IndexedColumn column = entry.arguments.numberColumn("column");
        Limits limits = entry.arguments.limits();
        addRow(entry, column, limits::condition);
    }

    private void inSet(Entry entry) {
        entry.arguments.allow("column", "value_set", "mostly");
        IndexedColumn column = entry.arguments.categoryColumn("column");
        List<String> categories = entry.arguments.categories(column);
        addRow(entry, column, known -> new InSet(known, categories));
    }

    private void notNull(Entry entry) {
        entry.arguments.allow("column", "mostly");
        addRow(entry, entry.arguments.anyColumn("column"), NotNull::new);
    }

    private void matchRegex(Entry entry) {
        entry.arguments.allow("column", "regex", "mostly");
        IndexedColumn column = entry.arguments.anyColumn("column");
        MatchRegex condition = entry.arguments.regex(column);
        addRow(entry, condition, known -> known);
    }

    private void pair(Entry entry) {
        entry.arguments.allow("column_A", "column_B", "or_equal", "mostly");
        IndexedColumn a = entry.arguments.numberColumn("column_A");
        IndexedColumn b = entry.arguments.numberColumn("column_B");
        boolean orEqual = entry.arguments.truth("or_equal");
        addRow(entry, a, known -> b == null ? null : new PairGreater(known, b, orEqual));
    }

    private void unique(Entry entry) {
        entry.arguments.allow("column_list", "mostly");
        List<IndexedColumn> columns = entry.arguments.columns("column_list");
        double mostly = entry.arguments.mostly();
        addTable(entry, config -> new TableExpectation(config, () -> new UniqueRows(columns, mostly)));
    }

    private void rowCount(Entry entry) {
        entry.arguments.allow("min_value", "max_value");
        Limits limits = entry.arguments.limits();
        addTable(entry, config -> new TableExpectation(config, () -> new RowCount(limits)));
    }

    private void figure(Entry entry, Supplier<Statistic> statistic) {
        entry.arguments.allow("column", "min_value", "max_value");
        IndexedColumn column = entry.arguments.countableColumn("column");
        Limits limits = entry.arguments.limits();
        if (column != null) {
            addTable(entry, config -> new TableExpectation(config, () -> new Figure(column, limits, statistic.get())));
        }
    }

    private <T> void addRow(Entry entry, @Nullable T basis, Function<T, @Nullable RowCondition> make) {
        double mostly = entry.arguments.mostly(entry.severity);
        RowCondition condition = basis == null ? null : make.apply(basis);
        if (condition != null && entry.severity != null) {
            rows.add(new RowExpectation(entry.config(entry.severity), condition, mostly));
        }
    }

    private void addTable(Entry entry, Function<ExpectationConfig, TableExpectation> make) {
        if (entry.severity != null) {
            table.add(make.apply(entry.config(entry.severity)));
        }
    }

    private record Entry(String type, @Nullable Severity severity, ExpectationArguments arguments) {

        ExpectationConfig config(Severity known) {
            return new ExpectationConfig(type, arguments.kwargs(), known);
        }
    }
}
