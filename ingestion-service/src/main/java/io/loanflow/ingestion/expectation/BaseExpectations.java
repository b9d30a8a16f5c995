package io.loanflow.ingestion.expectation;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.ValueRange;
import io.loanflow.ingestion.validation.ExpectationConfig;
import io.loanflow.ingestion.validation.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a definition says of each column, as critical expectations of each row. */
final class BaseExpectations {

    private final double mostly;
    private final List<RowExpectation> expectations = new ArrayList<>();

    private BaseExpectations(DatasetDefinition definition) {
        mostly = ExpectationArguments.criticalMostly(definition);
    }

    static List<RowExpectation> of(DatasetDefinition definition) {
        BaseExpectations base = new BaseExpectations(definition);
        IndexedColumn.of(definition).forEach(base::add);
        return base.expectations;
    }

    private void add(IndexedColumn column) {
        if (!column.column().missingAllowed()) {
            add(column, "expect_column_values_to_not_be_null", new NotNull(column), Map.of());
        }
        if (column.column().type().isCategorical() && !column.column().isOpen()) {
            List<String> categories = column.column().categories();
            add(
                    column,
                    "expect_column_values_to_be_in_set",
                    new InSet(column, categories),
                    Map.of("value_set", categories));
            return;
        }
        String type = column.column().type().name().toLowerCase(Locale.ROOT);
        add(column, "expect_column_values_to_be_of_type", new OfType(column), Map.of("type_", type));
        ValueRange range = column.column().range();
        if (range != null) {
            Limits limits = new Limits(range.minimum(), range.maximum());
            add(column, "expect_column_values_to_be_between", limits.condition(column), limits.kwargs());
        }
    }

    private void add(IndexedColumn column, String type, RowCondition condition, Map<String, Object> more) {
        Map<String, Object> kwargs = new LinkedHashMap<>();
        kwargs.put("column", column.name());
        kwargs.putAll(more);
        kwargs.put("mostly", mostly);
        ExpectationConfig config = new ExpectationConfig(type, kwargs, Severity.CRITICAL);
        expectations.add(new RowExpectation(config, condition, mostly));
    }
}
