package io.loanflow.training.fit;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.ColumnType;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.model.row.FeatureDecoder;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The input example of a model: the median or the most frequent category of each feature column, so nobody's own data. */
final class TypicalRow {

    /** Takes away what standardising and back added to a number. */
    private static final MathContext PRECISION = new MathContext(12);

    /** An open column takes it, whatever its training part had. */
    private static final String ANY = "other";

    private TypicalRow() {}

    /**
     * @return numbers and categories under their columns' names; where all categories are too rare to be told apart, the first of the
     *     definition, or none if the column may lack one
     */
    static ObjectNode of(DatasetDefinition definition, FeatureDecoder rows) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        for (Column column : definition.features()) {
            if (!column.type().isNumeric()) {
                String category = mostFrequent(column, rows.categories(column.name()));
                if (category != null || !column.missingAllowed()) {
                    row.put(
                            column.name(),
                            Objects.requireNonNullElse(
                                    category,
                                    column.categories().isEmpty()
                                            ? ANY
                                            : column.categories().get(0)));
                }
            } else if (column.type() == ColumnType.INTEGER) {
                row.put(column.name(), Math.round(median(rows.numbers(column.name()))));
            } else {
                row.put(column.name(), rounded(median(rows.numbers(column.name()))));
            }
        }
        return row;
    }

    /** The lower one of two, so that it is a value that occurs. */
    private static double median(double[] numbers) {
        Arrays.sort(numbers);
        return numbers[(numbers.length - 1) / 2];
    }

    private static double rounded(double number) {
        return new BigDecimal(number).round(PRECISION).doubleValue();
    }

    private static @Nullable String mostFrequent(Column column, @Nullable String[] categories) {
        Map<String, Integer> counts = new HashMap<>();
        for (String category : categories) {
            if (category != null) {
                counts.merge(category, 1, Integer::sum);
            }
        }
        return column.categories().stream()
                .filter(counts::containsKey)
                .max(Comparator.comparing(category -> counts.getOrDefault(category, 0)))
                .orElse(null);
    }
}
