package io.loanflow.ingestion.validation;

import io.loanflow.contracts.dataset.Excerpts;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An expectation as a sentence, in HTML. */
final class ExpectationText {

    private ExpectationText() {}

    static String of(ExpectationConfig config) {
        Map<String, Object> kwargs = config.kwargs();
        String column = Html.element("b", "", text(kwargs.get("column")));
        return switch (config.type()) {
            case "expect_column_values_to_not_be_null" -> column + " is not missing" + mostly(config);
            case "expect_column_values_to_be_of_type" -> column + " is " + type(kwargs) + mostly(config);
            case "expect_column_values_to_be_between" -> column + " is" + limits(kwargs) + mostly(config);
            case "expect_column_values_to_be_in_set" ->
                column + " is one of " + list(kwargs.get("value_set")) + mostly(config);
            case "expect_column_values_to_match_regex" ->
                column + " matches " + text(kwargs.get("regex")) + mostly(config);
            case "expect_column_pair_values_a_to_be_greater_than_b" -> pair(kwargs) + mostly(config);
            case "expect_compound_columns_to_be_unique" ->
                "No two rows are the same in " + list(kwargs.get("column_list")) + mostly(config);
            case "expect_table_row_count_to_be_between" -> "The number of rows is" + limits(kwargs);
            case "expect_column_mean_to_be_between" -> "The mean of " + column + " is" + limits(kwargs);
            case "expect_column_stdev_to_be_between" -> "The standard deviation of " + column + " is" + limits(kwargs);
            case "expect_column_min_to_be_between" -> "The smallest " + column + " is" + limits(kwargs);
            case "expect_column_max_to_be_between" -> "The largest " + column + " is" + limits(kwargs);
            default -> Html.escaped(kwargs.toString());
        };
    }

    private static String type(Map<String, Object> kwargs) {
        return "integer".equals(kwargs.get("type_")) ? "a whole number" : "a number";
    }

    private static String pair(Map<String, Object> kwargs) {
        String than = Boolean.TRUE.equals(kwargs.get("or_equal")) ? " is at least " : " is greater than ";
        return Html.element("b", "", text(kwargs.get("column_A")))
                + than
                + Html.element("b", "", text(kwargs.get("column_B")));
    }

    private static String limits(Map<String, Object> kwargs) {
        String minimum = text(kwargs.get("min_value"));
        String maximum = text(kwargs.get("max_value"));
        if (maximum.isEmpty()) {
            return " at least " + minimum;
        }
        return minimum.isEmpty() ? " at most " + maximum : " from " + minimum + " to " + maximum;
    }

    /** Of a critical condition nothing: how many rows may break it is a matter of the whole file. */
    private static String mostly(ExpectationConfig config) {
        boolean all = config.setsRowsAside()
                || !(config.kwargs().get("mostly") instanceof Number mostly)
                || mostly.doubleValue() == 1;
        return all ? "" : " in " + percent(config.kwargs().get("mostly")) + " of the rows";
    }

    private static String percent(@Nullable Object share) {
        return share instanceof Number number ? "at least " + Html.number(100 * number.doubleValue()) + " %" : "";
    }

    private static String list(@Nullable Object values) {
        return values instanceof List<?> list
                ? Excerpts.list(list.stream().map(ExpectationText::text).toList())
                : "";
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Number number) {
            return Html.number(number.doubleValue());
        }
        return value == null ? "" : Html.escaped(value.toString());
    }
}
