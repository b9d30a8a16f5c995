package io.loanflow.describe.suggestion;

import java.util.Arrays;
import java.util.Locale;

/** Writes an {@code expectations.yaml}: what the next file should be like too, all of it as warnings. */
final class ExpectationsText {

    /** A mean that moves by so many deviations is another table. */
    private static final double DEVIATIONS = 0.5;

    private final Draft draft;
    private final StringBuilder text = new StringBuilder();

    ExpectationsText(Draft draft) {
        this.draft = draft;
    }

    String text() {
        text.append(
                "# Suggested by loanflow describe; docs/dataset-definition.md explains the types. A warning loads the rows and says so.\n");
        text.append("expectations:\n");
        long rows = draft.table().rows().count();
        expect(
                "A file of much fewer rows is not the whole one.",
                "expect_table_row_count_to_be_between",
                "min_value: " + Math.max(1, rows / 2));
        double different = 1 - (double) draft.table().rows().repeated() / rows;
        double mostly = Math.max(0, Math.floor(different * 100 - 1) / 100);
        expect(
                "Rows that are there twice count twice.",
                "expect_compound_columns_to_be_unique",
                "mostly: " + Yaml.number(mostly));
        draft.columns().stream()
                .filter(column -> column.isFeature() && column.type.isNumeric())
                .forEach(this::mean);
        draft.columns().stream()
                .filter(column -> !column.leftOut && column.isFeature() && column.missing() > 0)
                .forEach(this::notNull);
        return text.toString();
    }

    private void expect(String why, String type, String arguments) {
        text.append("  # ").append(why).append('\n');
        text.append("  - {type: ")
                .append(type)
                .append(", severity: warning, kwargs: {")
                .append(arguments)
                .append("}}\n");
    }

    private void mean(ColumnDraft column) {
        double[] numbers = Arrays.stream(draft.table().numbers(column.place))
                .filter(number -> !Double.isNaN(number))
                .toArray();
        double mean = Arrays.stream(numbers).average().orElse(0);
        double variance = Arrays.stream(numbers)
                .map(number -> (number - mean) * (number - mean))
                .average()
                .orElse(0);
        double margin = DEVIATIONS * Math.sqrt(variance);
        if (Double.isFinite(margin) && margin > 0) {
            expect(
                    "Its mean is " + Yaml.rounded(mean) + ".",
                    "expect_column_mean_to_be_between",
                    "column: " + Yaml.text(column.name) + ", min_value: " + Yaml.rounded(mean - margin)
                            + ", max_value: " + Yaml.rounded(mean + margin));
        }
    }

    private void notNull(ColumnDraft column) {
        long rows = draft.table().rows().count();
        double there = 1 - (double) column.missing() / rows;
        double mostly = Math.floor(wilson(there, rows) * 0.95 * 1000) / 1000;
        expect(
                String.format(Locale.ROOT, "%,d of %,d rows lack it.", column.missing(), rows),
                "expect_column_values_to_not_be_null",
                "column: " + Yaml.text(column.name) + ", mostly: " + Yaml.number(Math.max(0, mostly)));
    }

    /** The lower end of Wilson's interval of a share, at 95 %. */
    private static double wilson(double share, long rows) {
        double z = 1.96;
        double z2 = z * z / rows;
        return (share + z2 / 2 - z * Math.sqrt((share * (1 - share) + z2 / 4) / rows)) / (1 + z2);
    }
}
