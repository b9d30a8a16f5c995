package io.loanflow.ingestion.expectation;

import org.jspecify.annotations.Nullable;

/**
 * The row being checked, filled anew for each row of a file. Cells are counted by the columns of the definition, from 0. A cell is
 * missing, valid (of its column's type, one of its categories) or neither.
 */
public final class Row {

    private static final byte MISSING = 0;
    private static final byte VALID = 1;
    private static final byte INVALID = 2;

    private final byte[] contents;
    private final @Nullable String[] flaws;
    private final double[] numbers;
    private final long[] bits;
    // Made anew for each row, since a collector like G1 makes it dear to put young strings into an old array.
    private String[] texts = {};
    private @Nullable String[] values = {};
    private long number;
    private boolean hasInvalid;
    private boolean hasMissing;

    public Row(int columns) {
        contents = new byte[columns];
        flaws = new String[columns];
        numbers = new double[columns];
        bits = new long[columns];
    }

    /** Starts the next row. */
    public void begin(long newNumber) {
        number = newNumber;
        texts = new String[contents.length];
        values = new String[contents.length];
        hasInvalid = false;
        hasMissing = false;
    }

    /** Number of the data row in its file, from 1. */
    public long number() {
        return number;
    }

    public boolean isMissing(int column) {
        return contents[column] == MISSING;
    }

    public boolean isValid(int column) {
        return contents[column] == VALID;
    }

    /** Whether any cell is neither missing nor valid. */
    public boolean hasInvalid() {
        return hasInvalid;
    }

    /** Whether every cell is valid. */
    boolean isComplete() {
        return !hasInvalid && !hasMissing;
    }

    /** The cell as it stands in the file, without quotes. */
    public String text(int column) {
        return texts[column];
    }

    /** Why the cell is not valid, as the end of a sentence; null where that is not known, or the cell is missing or valid. */
    public @Nullable String flaw(int column) {
        return contents[column] == INVALID ? flaws[column] : null;
    }

    /** All cells as they may be stored, not copied; null where one is missing or not valid. */
    public @Nullable String[] values() {
        return values;
    }

    /** The number, or the position of the category in its column's list; only where the cell is valid. */
    public double number(int column) {
        return numbers[column];
    }

    /** The whole number to its last digit; only where the cell is a valid one of an integer column. */
    public long whole(int column) {
        return bits[column];
    }

    /** The same for the same values of a column, and for no others; only where the cell is valid. */
    long bits(int column) {
        return bits[column];
    }

    public void missing(int column) {
        contents[column] = MISSING;
        texts[column] = "";
        hasMissing = true;
    }

    /**
     * @param flaw why it is none of the column's values, as the end of a sentence: "has blanks around the number"; null where
     *     there is nothing to say
     */
    public void invalid(int column, String text, @Nullable String flaw) {
        contents[column] = INVALID;
        texts[column] = text;
        flaws[column] = flaw;
        hasInvalid = true;
    }

    /**
     * @param text as it stands in the file
     * @param value the same in the form in which it may be stored
     */
    public void valid(int column, String text, String value, double newNumber) {
        valid(column, text, value);
        numbers[column] = newNumber;
        // There are two zeros, which are equal.
        bits[column] = Double.doubleToRawLongBits(newNumber + 0.0);
    }

    /**
     * @param text as it stands in the file
     * @param value the same in the form in which it may be stored
     */
    public void whole(int column, String text, String value, long newWhole) {
        valid(column, text, value);
        numbers[column] = (double) newWhole;
        bits[column] = newWhole;
    }

    /**
     * @param text as it stands in the file
     * @param value the same in the form in which it may be stored
     * @param hash the same for the same values, and for no others
     */
    public void text(int column, String text, String value, long hash) {
        valid(column, text, value);
        bits[column] = hash;
    }

    /** Says how a cell stands in the file, after it was read in another form. */
    public void written(int column, String text) {
        texts[column] = text;
    }

    private void valid(int column, String text, String value) {
        contents[column] = VALID;
        texts[column] = text;
        values[column] = value;
    }
}
