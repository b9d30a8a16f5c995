package io.loanflow.ingestion.validation;

import io.loanflow.contracts.dataset.Excerpts;
import io.loanflow.web.page.Texts;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An expectation as a sentence. */
final class ExpectationText {

    private ExpectationText() {}

    static List<Phrase> of(ExpectationConfig config) {
        Map<String, Object> kwargs = config.kwargs();
        return switch (config.type()) {
            case "expect_column_values_to_not_be_null" -> column(config, " is not missing");
            case "expect_column_values_to_be_of_type" -> column(config, " is " + type(kwargs));
            case "expect_column_values_to_be_between" -> column(config, " is" + limits(kwargs));
            case "expect_column_values_to_be_in_set" -> column(config, " is one of " + list(kwargs.get("value_set")));
            case "expect_column_values_to_match_regex" -> column(config, " matches " + text(kwargs.get("regex")));
            case "expect_column_pair_values_a_to_be_greater_than_b" -> pair(config);
            case "expect_compound_columns_to_be_unique" ->
                List.of(plain("No two rows are the same in " + list(kwargs.get("column_list")) + mostly(config)));
            case "expect_table_row_count_to_be_between" -> List.of(plain("The number of rows is" + limits(kwargs)));
            case "expect_column_mean_to_be_between" -> statistic("The mean of ", kwargs);
            case "expect_column_stdev_to_be_between" -> statistic("The standard deviation of ", kwargs);
            case "expect_column_min_to_be_between" -> statistic("The smallest ", kwargs);
            case "expect_column_max_to_be_between" -> statistic("The largest ", kwargs);
            default -> List.of(plain(kwargs.toString()));
        };
    }

    private static List<Phrase> column(ExpectationConfig config, String rule) {
        return List.of(name(config.kwargs().get("column")), plain(rule + mostly(config)));
    }

    private static List<Phrase> statistic(String what, Map<String, Object> kwargs) {
        return List.of(plain(what), name(kwargs.get("column")), plain(" is" + limits(kwargs)));
    }

    private static String type(Map<String, Object> kwargs) {
        return "integer".equals(kwargs.get("type_")) ? "a whole number" : "a number";
    }

    private static List<Phrase> pair(ExpectationConfig config) {
        Map<String, Object> kwargs = config.kwargs();
        String than = Boolean.TRUE.equals(kwargs.get("or_equal")) ? " is at least " : " is greater than ";
        return List.of(name(kwargs.get("column_A")), plain(than), name(kwargs.get("column_B")), plain(mostly(config)));
    }

    private static Phrase name(@Nullable Object column) {
        return new Phrase(text(column), true);
    }

    private static Phrase plain(String text) {
        return new Phrase(text, false);
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
        return share instanceof Number number ? "at least " + Texts.number(100 * number.doubleValue()) + " %" : "";
    }

    private static String list(@Nullable Object values) {
        return values instanceof List<?> list
                ? Excerpts.list(list.stream().map(ExpectationText::text).toList())
                : "";
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Number number) {
            return Texts.number(number.doubleValue());
        }
        return value == null ? "" : value.toString();
    }

    /** @param strong of the name of a column */
    record Phrase(String text, boolean strong) {}
}
