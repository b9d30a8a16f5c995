package io.loanflow.contracts.dataset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One column of a data set.
 *
 * @param name exactly as in the file's header; also the name in the table, the API and the feature schema
 * @param description one sentence for people
 * @param unit of a number, such as "years" or "USD"; null where there is none
 * @param range allowed numbers; null for a category or where every number is allowed
 * @param categories allowed values: for an ordinal column from lowest to highest, for a boolean one false then true;
 *     empty for a number
 * @param bands the groups of a protected number; null for any other column
 * @param missingAllowed whether a row may lack the value
 * @param encoding how a feature becomes numbers
 */
public record Column(
        String name,
        String description,
        ColumnType type,
        ColumnRole role,
        @Nullable String unit,
        @Nullable ValueRange range,
        List<String> categories,
        @Nullable Bands bands,
        boolean missingAllowed,
        ColumnEncodingRule encoding) {

    public Column {
        categories = List.copyOf(categories);
    }

    /** Whether this number may stand in the column: finite, whole where the type says so, and within the range. */
    public boolean allows(double value) {
        if (!type.isNumeric() || Double.isNaN(value) || Double.isInfinite(value)) {
            return false;
        }
        if (type == ColumnType.INTEGER && value != Math.rint(value)) {
            return false;
        }
        return range == null || range.contains(value);
    }

    /** Whether this text is one of the categories. */
    public boolean allows(String category) {
        return categories.contains(category);
    }

    /**
     * What may stand in the column, as the end of a sentence: "a number from 18 to 100 (years)", "one of RENT, OWN", "one of A, B, C, D, E
     * and 995 more".
     */
    public String allowed() {
        if (!type.isNumeric()) {
            return "one of " + Excerpts.list(categories);
        }
        String kind = type == ColumnType.INTEGER ? "a whole number" : "a number";
        String limits = range == null
                ? ""
                : " from " + PlainNumber.text(range.minimum()) + " to " + PlainNumber.text(range.maximum());
        return kind + limits + (unit == null ? "" : " (" + unit + ")");
    }

    /** The groups that rows fall into by this column: its categories, or its bands; none of a number without bands. */
    public List<String> groups() {
        return bands == null ? categories : bands.names();
    }
}
