package io.loanflow.ingestion.expectation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The row being checked, filled anew for each row of a file. Cells are counted by the columns of the definition, from 0. */
public final class Row {

    /** What a cell turned out to hold. */
    public enum Content {
        /** Nothing. */
        MISSING,
        /** A value of the column's type. */
        VALID,
        /** Something else; for a column with categories: none of them. */
        INVALID
    }

    private final Content[] contents;
    private final String[] texts;
    private final @Nullable String[] flaws;
    private final @Nullable String[] values;
    private final double[] numbers;
    private final long[] bits;
    private long number;
    private boolean hasInvalid;

    public Row(int columns) {
        contents = new Content[columns];
        texts = new String[columns];
        flaws = new String[columns];
        values = new String[columns];
        numbers = new double[columns];
        bits = new long[columns];
    }

    /** Number of the data row in its file, from 1. */
    public long number() {
        return number;
    }

    /** Starts the next row. */
    public void begin(long newNumber) {
        number = newNumber;
        hasInvalid = false;
    }

    /** Whether any cell is invalid. */
    public boolean hasInvalid() {
        return hasInvalid;
    }

    public Content content(int column) {
        return contents[column];
    }

    /** The cell as it stands in the file, without quotes; empty where it is missing. */
    public String text(int column) {
        return texts[column];
    }

    /** Why the cell is invalid, as the end of a sentence; only where it is. */
    public String flaw(int column) {
        return Objects.requireNonNull(flaws[column]);
    }

    /** The cell as it may be stored; null where it is missing or not valid. */
    public @Nullable String value(int column) {
        return values[column];
    }

    /** All cells as they may be stored, not copied. */
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
    public long bits(int column) {
        return bits[column];
    }

    public void missing(int column) {
        set(column, Content.MISSING, "", null, Double.NaN);
    }

    /** @param flaw why it is none of the column's values, as the end of a sentence: "has a blank at its end" */
    public void invalid(int column, String text, String flaw) {
        set(column, Content.INVALID, text, null, Double.NaN);
        flaws[column] = flaw;
        hasInvalid = true;
    }

    /** @param value the text in the form in which it may be stored */
    public void valid(int column, String text, String value, double newNumber) {
        set(column, Content.VALID, text, value, newNumber);
        // There are two zeros, which are equal.
        bits[column] = Double.doubleToLongBits(newNumber + 0.0);
    }

    /** @param value the text in the form in which it may be stored */
    public void whole(int column, String text, String value, long newWhole) {
        set(column, Content.VALID, text, value, (double) newWhole);
        bits[column] = newWhole;
    }

    private void set(int column, Content content, String text, @Nullable String value, double newNumber) {
        contents[column] = content;
        texts[column] = text;
        values[column] = value;
        numbers[column] = newNumber;
    }
}
