package io.loanflow.contracts.dataset;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One column of a data set.
 *
 * @param name in the table, the API and the feature schema
 * @param description for people; the name where the definition says nothing
 * @param unit of a number, such as "years" or "USD"; null where there is none
 * @param range allowed numbers; null for a category or where every number is allowed
 * @param categories allowed values: for an ordinal column from lowest to highest, for a boolean one false then true;
 *     empty for a number. Of an open column those that are known to be usual, which are none until they are learnt
 * @param bands the groups of a protected number; null for any other column
 * @param missingAllowed whether a row may lack the value
 * @param encoding how a feature becomes numbers
 * @param monotone what a model may learn from a feature with an order; null where it may learn anything
 * @param reasons what a reason is called that lies in this column, by {@link #LOW} and {@link #HIGH} or by category; where it says nothing,
 *     {@link #reason} has words of its own
 * @param source how it stands in the file
 * @param fill what a model sees where a feature says nothing
 * @param mutable which way a person may change a feature; null where they cannot
 * @param isOpen whether any text is a category, and the training part says which are usual
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
        ColumnEncodingRule encoding,
        @Nullable Monotonicity monotone,
        Map<String, String> reasons,
        ColumnSource source,
        Fill fill,
        @Nullable Mutability mutable,
        boolean isOpen) {

    /** A number, or an ordinal category, below what is usual. */
    public static final String LOW = "low";

    /** A number, or an ordinal category, that is not below what is usual. */
    public static final String HIGH = "high";

    /** Characters of an identifier, or of a category. */
    public static final int LONGEST_NAME = 255;

    /** Characters of a text; as many as a database's text of 65,535 bytes holds whatever they are. */
    public static final int LONGEST_TEXT = 16_383;

    public Column {
        categories = List.copyOf(categories);
        reasons = Map.copyOf(reasons);
    }

    /** A column that stands in the file as it does in the table, and that nobody can change. */
    public Column(
            String name,
            String description,
            ColumnType type,
            ColumnRole role,
            @Nullable String unit,
            @Nullable ValueRange range,
            List<String> categories,
            @Nullable Bands bands,
            boolean missingAllowed,
            ColumnEncodingRule encoding,
            @Nullable Monotonicity monotone,
            Map<String, String> reasons) {
        this(
                name,
                description,
                type,
                role,
                unit,
                range,
                categories,
                bands,
                missingAllowed,
                encoding,
                monotone,
                reasons,
                ColumnSource.PLAIN,
                Fill.MEDIAN,
                null,
                false);
    }

    Column with(Fill newFill) {
        return with(categories, missingAllowed, source, newFill);
    }

    /** The same column in a file that is written as the table is. */
    Column writtenPlainly() {
        return with(categories, missingAllowed, ColumnSource.PLAIN, fill);
    }

    /** The same column where rows need not have it. */
    Column thatMayBeMissing() {
        return with(categories, true, source, fill);
    }

    /** The same open column with categories that were met. */
    Column with(List<String> met) {
        return with(met, missingAllowed, source, fill);
    }

    private Column with(List<String> newCategories, boolean newMissingAllowed, ColumnSource newSource, Fill newFill) {
        return new Column(
                name,
                description,
                type,
                role,
                unit,
                range,
                newCategories,
                bands,
                newMissingAllowed,
                encoding,
                monotone,
                reasons,
                newSource,
                newFill,
                mutable,
                isOpen);
    }

    /** What the file's header calls it. */
    public String nameInFile() {
        return source.from() == null ? name : source.from();
    }

    /**
     * What to call it when a row's value in this column speaks against it.
     *
     * @param value {@link #LOW} or {@link #HIGH} of a column whose type {@link ColumnType#isOrdered}, the category of another one
     */
    public String reason(String value) {
        return reasons.getOrDefault(value, description + ": " + value);
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

    /** Whether this text is one of the categories, or may be one of an open column. */
    public boolean allows(String category) {
        return isOpen ? CategoriesReader.isCategory(category) : categories.contains(category);
    }

    /**
     * What may stand in the column, as the end of a sentence: "a number from 18 to 100 (years)", "one of RENT, OWN", "one of A, B, C, D, E
     * and 995 more".
     */
    public String allowed() {
        return switch (type) {
            case NOMINAL, ORDINAL, BOOLEAN -> isOpen ? allowedText() : "one of " + Excerpts.list(categories);
            case DATE -> "a date such as " + datePattern().example();
            case TEXT -> "a text of at most " + LONGEST_TEXT + " characters";
            case IDENTIFIER -> "a text of at most " + LONGEST_NAME + " characters";
            case REAL, INTEGER -> allowedNumber();
        };
    }

    /** How a column of dates is written. */
    public DatePattern datePattern() {
        ValueFormat format = source.format();
        return new DatePattern(format == null ? DatePattern.ISO : format.text());
    }

    private String allowedText() {
        String usual = categories.isEmpty() ? "" : ", usually one of " + Excerpts.list(categories);
        return "a text of at most " + LONGEST_NAME + " characters without blanks at its ends" + usual;
    }

    private String allowedNumber() {
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
