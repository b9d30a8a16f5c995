package io.loanflow.model.whatif;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.ColumnType;
import io.loanflow.contracts.dataset.Mutability;
import io.loanflow.contracts.feature.ColumnEncoding;
import io.loanflow.contracts.feature.FrequencyEncoding;
import io.loanflow.contracts.feature.NumericEncoding;
import io.loanflow.contracts.feature.OneHotEncoding;
import io.loanflow.contracts.feature.OrdinalEncoding;
import io.loanflow.model.row.Row;
import io.loanflow.trees.vary.VariedScores;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A column that a person may change.
 *
 * @param place among the definition's features
 * @param offset of its first feature
 * @param spread of a number's values among the reference rows
 */
record ChangeableColumn(Column column, ColumnEncoding encoding, int place, int offset, double spread) {

    String name() {
        return column.name();
    }

    /** Whether its first feature is what changes, so that trees tell its values apart by thresholds; a second one says that none is missing. */
    boolean isOneFeature() {
        return !(encoding instanceof OneHotEncoding);
    }

    /** What the column might be instead; none where the row lacks a value. */
    List<Option> options(Row row, VariedScores scores) {
        if (encoding instanceof NumericEncoding numeric) {
            double current = row.numbers()[place];
            return Double.isNaN(current) ? List.of() : numbers(numeric, current, scores);
        }
        String current = row.categories()[place];
        if (current == null) {
            return List.of();
        }
        if (encoding instanceof OrdinalEncoding ordinal) {
            return cheapest(categories(current, scores, ordinal::encode));
        }
        return encoding instanceof FrequencyEncoding frequency
                ? cheapest(categories(current, scores, frequency::encode))
                : categories(current, scores, null);
    }

    private List<Option> numbers(NumericEncoding numeric, double current, VariedScores scores) {
        NumberOptions values = new NumberOptions(column, numeric, scores.thresholds(offset));
        int now = scores.cell(offset, numeric.encode(current));
        return IntStream.range(allows(false) ? 0 : now, allows(true) ? scores.cells(offset) : now + 1)
                .filter(cell -> cell != now)
                .mapToObj(cell -> number(cell, values.nearest(current, cell, cell > now), current))
                .filter(option -> !Double.isNaN(option.number()))
                .toList();
    }

    private Option number(int cell, double value, double current) {
        return new Option(cell, value, null, Math.abs(value - current) / spread);
    }

    private boolean allows(boolean up) {
        return column.mutable() == Mutability.ANY || column.mutable() == (up ? Mutability.UP : Mutability.DOWN);
    }

    private List<Option> categories(
            String current, VariedScores scores, @Nullable ToDoubleFunction<@Nullable String> feature) {
        List<Option> options = new ArrayList<>();
        int now = column.categories().indexOf(current);
        for (int i = 0; i < column.categories().size(); i++) {
            if (i != now && allows(i > now)) {
                String category = column.categories().get(i);
                int cell = feature == null ? 0 : scores.cell(offset, feature.applyAsDouble(category));
                double size = column.type() == ColumnType.ORDINAL ? Math.abs(i - now) : 1;
                options.add(new Option(cell, Double.NaN, category, size));
            }
        }
        return options;
    }

    /** Of those in one cell the smallest change; of equal ones the first. */
    private static List<Option> cheapest(List<Option> options) {
        TreeMap<Integer, Option> byCell = new TreeMap<>();
        options.forEach(option ->
                byCell.merge(option.cell(), option, (before, next) -> next.size() < before.size() ? next : before));
        return List.copyOf(byCell.values());
    }

    Row with(Row row, Option option) {
        double[] numbers = row.numbers().clone();
        @Nullable String[] categories = row.categories().clone();
        numbers[place] = option.number();
        categories[place] = option.category();
        return new Row(numbers, categories);
    }

    Change change(Row row, Option option) {
        return new Change(
                name(), json(row.numbers()[place], row.categories()[place]), json(option.number(), option.category()));
    }

    private JsonNode json(double number, @Nullable String category) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (category != null) {
            return json.stringNode(category);
        }
        return column.type() == ColumnType.INTEGER ? json.numberNode((long) number) : json.numberNode(number);
    }
}
